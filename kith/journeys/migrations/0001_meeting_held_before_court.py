"""A family meeting that is held in the time before court is counted there: nobody writes it twice.

The children in need census asks whether the meeting took place in that time (N00829). Whoever holds it, an independent
coordinator, neither reads nor writes the time before court; so the database carries the fact over by itself.
"""

from django.db import migrations

SQL = """
CREATE FUNCTION journeys_held_before_court() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    UPDATE protection_preproceedings p SET family_meeting_held = true
     WHERE p.person_id IN (SELECT s.same FROM kith_same_people(ARRAY[NEW.person_id]) s)
       AND p.started_on <= NEW.happened_on AND coalesce(p.decided_on, 'infinity') >= NEW.happened_on
       AND p.family_meeting_held IS DISTINCT FROM true;
    RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION journeys_held_before_court() FROM PUBLIC;
ALTER FUNCTION journeys_held_before_court() OWNER TO kith_definer;
CREATE TRIGGER journeys_held_before_court AFTER INSERT OR UPDATE ON decisions_meetingfact
    FOR EACH ROW WHEN (NEW.kind = 'held') EXECUTE FUNCTION journeys_held_before_court();
"""


class Migration(migrations.Migration):
    dependencies = [("decisions", "0003_policies"), ("protection", "0017_told_to_the_director")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
