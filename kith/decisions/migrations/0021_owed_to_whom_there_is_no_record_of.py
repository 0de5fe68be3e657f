"""Each child and each adult who was hurt is asked alone after a meeting, also those of whom there is no record.

They have no page on which it could be owed. So it is owed on the page of a child of that meeting, without their name: from
the day of the meeting until each of them was asked. Who it is the coordinator knows, and the manager's Today says when late.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE FUNCTION decisions_check_facts_of_others(offer uuid) RETURNS void {HEAD}
DECLARE about uuid; owed date; done date;
BEGIN
    -- The child on whose page it stands already, or the first of the meeting.
    SELECT f.person_id INTO about FROM decisions_meetingfact f
     WHERE f.offer_id = decisions_check_facts_of_others.offer AND f.kind = 'others';
    IF about IS NULL THEN
        SELECT p.person_id INTO about FROM decisions_meetingperson p
         WHERE p.offer_id = decisions_check_facts_of_others.offer AND p.part = 'child' ORDER BY p.id LIMIT 1;
    END IF;
    IF about IS NULL THEN RETURN; END IF;
    SELECT max(m.held_on), CASE WHEN bool_and(c.on_day IS NOT NULL) THEN max(c.on_day) END INTO owed, done
      FROM decisions_familymeeting m JOIN decisions_networkperson n ON n.meeting_id = m.id
      LEFT JOIN LATERAL (SELECT min(k.asked_on) AS on_day FROM decisions_privatecheck k
            WHERE k.network_id = n.id AND k.when = 'after' AND k.asked_on >= m.held_on) c ON true
     WHERE m.offer_id = decisions_check_facts_of_others.offer AND m.held_on IS NOT NULL AND n.person_id IS NULL
       AND n.part IN ('child', 'harmed') AND n.may_ask <> 'never';
    DELETE FROM decisions_meetingfact f WHERE f.offer_id = decisions_check_facts_of_others.offer
       AND ((f.kind = 'others' AND owed IS NULL) OR (f.kind = 'asked' AND f.happened_on IS DISTINCT FROM done));
    INSERT INTO decisions_meetingfact (id, recorded_at, recorded_by, source, offer_id, person_id, kind, happened_on, in_letter)
    SELECT gen_random_uuid(), now(), kith_actor(), 'worker', decisions_check_facts_of_others.offer, about, w.kind, w.day, false
      FROM (VALUES ('others', owed), ('asked', done)) w (kind, day) WHERE w.day IS NOT NULL
    ON CONFLICT (offer_id, person_id, kind) DO UPDATE SET happened_on = excluded.happened_on
        WHERE decisions_meetingfact.happened_on IS DISTINCT FROM excluded.happened_on;
END $$;

CREATE FUNCTION decisions_check_facts_others() RETURNS trigger {HEAD}
BEGIN
    IF TG_TABLE_NAME = 'decisions_familymeeting' THEN PERFORM decisions_check_facts_of_others(NEW.offer_id);
    ELSIF TG_TABLE_NAME = 'decisions_networkperson' THEN
        PERFORM decisions_check_facts_of_others(m.offer_id), decisions_check_facts_of(m.offer_id)
           FROM decisions_familymeeting m WHERE m.id = NEW.meeting_id AND m.held_on IS NOT NULL;
    ELSE PERFORM decisions_check_facts_of_others(decisions_offer_of('network', NEW.network_id)); END IF;
    RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION decisions_check_facts_of_others(uuid), decisions_check_facts_others() FROM PUBLIC;
ALTER FUNCTION decisions_check_facts_of_others(uuid) OWNER TO kith_definer;
ALTER FUNCTION decisions_check_facts_others() OWNER TO kith_definer;
CREATE TRIGGER decisions_check_facts_others AFTER INSERT OR UPDATE OF held_on ON decisions_familymeeting FOR EACH ROW
    WHEN (NEW.held_on IS NOT NULL) EXECUTE FUNCTION decisions_check_facts_others();
-- Of whom a record is found later it is owed on theirs.
CREATE TRIGGER decisions_check_facts_others AFTER INSERT OR UPDATE OF part, may_ask, person_id ON decisions_networkperson
    FOR EACH ROW EXECUTE FUNCTION decisions_check_facts_others();
CREATE TRIGGER decisions_check_facts_others AFTER INSERT ON decisions_privatecheck FOR EACH ROW
    WHEN (NEW.when = 'after') EXECUTE FUNCTION decisions_check_facts_others();
"""


class Migration(migrations.Migration):
    dependencies = [("decisions", "0020_asked_alone_in_no_record")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
