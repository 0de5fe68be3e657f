"""An invitation, or a part of a family's plan, names nothing of those whom its reader is kept apart from.

Of places in one and the same meeting decisions_why_not judges: two who are kept apart at home may sit at one table.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
-- Where these people were asked to meet (says anew what access asks).
CREATE OR REPLACE FUNCTION access_places_met(persons uuid[]) RETURNS TABLE (place text) {HEAD}
BEGIN
    RETURN QUERY SELECT DISTINCT i.place::text FROM decisions_invitation i
      JOIN decisions_networkperson n ON n.id = i.network_id WHERE n.person_id = ANY (persons) AND i.place <> '';
END $$;

CREATE FUNCTION decisions_found_in(meeting uuid, reader uuid, words text) RETURNS TABLE (what text, found text) {HEAD}
BEGIN
    RETURN QUERY SELECT f.what, f.found FROM access_found_in(reader, words) f
     WHERE f.what <> 'a place to meet' OR NOT EXISTS (SELECT FROM decisions_invitation i
           JOIN decisions_networkperson n ON n.id = i.network_id WHERE n.meeting_id = meeting
             AND access_bare(f.found) IN (access_bare(i.place), access_bare(split_part(i.place, ',', 1))));
END $$;

-- For the coordinator, before it goes to one person of the network.
CREATE FUNCTION decisions_tells_of(network uuid, words text) RETURNS TABLE (what text, found text) {HEAD}
BEGIN
    IF decisions_coordinates('network', network, kith_actor()) THEN
        RETURN QUERY SELECT f.what, f.found FROM decisions_networkperson n,
            decisions_found_in(n.meeting_id, n.person_id, words) f WHERE n.id = network ORDER BY 1, 2;
    END IF;
END $$;

CREATE FUNCTION decisions_gives_away(thing uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM (
        SELECT concat_ws(E'\\n', i.place, i.words) AS words FROM decisions_invitation i WHERE i.id = thing
        UNION ALL SELECT l.words FROM decisions_familyplanline l WHERE l.id = thing
        UNION ALL SELECT concat_ws(E'\\n', a.reason, a.gives) FROM decisions_authorityanswer a WHERE a.line_id = thing
        UNION ALL SELECT o.how_explained FROM decisions_meetingoffer o WHERE o.id = thing) w,
        decisions_found_in(coalesce(decisions_meeting_of('invitation', thing), decisions_meeting_of('line', thing)),
                           reader, w.words));
END $$;
REVOKE ALL ON FUNCTION decisions_found_in(uuid, uuid, text), decisions_tells_of(uuid, text), decisions_gives_away(uuid, uuid)
    FROM PUBLIC;
GRANT EXECUTE ON FUNCTION decisions_tells_of(uuid, text), decisions_gives_away(uuid, uuid) TO kith_app, kith_worker;
ALTER FUNCTION decisions_found_in(uuid, uuid, text) OWNER TO kith_definer;
ALTER FUNCTION decisions_tells_of(uuid, text) OWNER TO kith_definer;
ALTER FUNCTION decisions_gives_away(uuid, uuid) OWNER TO kith_definer;
CREATE POLICY access_release_apart_meeting ON access_release AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK (kind <> 'meeting' OR NOT decisions_gives_away(item, reader_id));
"""


class Migration(migrations.Migration):
    dependencies = [("decisions", "0005_whom_it_holds"), ("access", "0072_kept_apart")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
