"""Whether a letter, text or e-mail is a way that the reader of an invitation said is not safe, or that others see.

The coordinator learns which way not to take, and nothing of why. One that went all the same can be written down.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
ASKED = f"""
CREATE FUNCTION decisions_way_not_safe(asked uuid, by_way text) RETURNS boolean {HEAD}
DECLARE
    reader uuid := (SELECT n.person_id FROM decisions_networkperson n WHERE n.id = asked);
    channel_of text := CASE by_way WHEN 'letter' THEN 'post' WHEN 'text' THEN 'text' WHEN 'email' THEN 'email' END;
    theirs uuid[];
BEGIN
    IF reader IS NULL OR channel_of IS NULL OR NOT decisions_coordinates('network', asked, kith_actor()) THEN RETURN false; END IF;
    theirs := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[reader]) s);
    RETURN channel_of = ANY (access_shared_ways(theirs)) OR coalesce((SELECT bool_and(c.safety = 'unsafe')
        FROM people_contactpoint c WHERE c.person_id = ANY (theirs) AND c.channel = channel_of AND c.during @> kith_today()), false);
END $$;
REVOKE ALL ON FUNCTION decisions_way_not_safe(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION decisions_way_not_safe(uuid, text) TO kith_app, kith_worker;
ALTER FUNCTION decisions_way_not_safe(uuid, text) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0011_two_meetings_apart"),
        ("access", "0092_no_holds_until_asked_alone"),
    ]
    operations = [migrations.RunSQL(ASKED, migrations.RunSQL.noop)]
