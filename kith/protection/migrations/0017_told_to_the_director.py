"""What should not be and is: an application without the meeting that the law asks for is told to the director."""

from django.db import migrations

SQL = """
-- Applications of the last year that section 31ZA bound and that went without the family's meeting. For a director
-- alone, who opens no record by it: the person's page asks for a reason as always.
CREATE FUNCTION protection_without_meeting() RETURNS TABLE (person uuid, applied_on date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() IS DISTINCT FROM 'director' THEN RETURN; END IF;
    RETURN QUERY SELECT a.person_id, a.applied_on FROM protection_orderapplication a
      WHERE a.binding AND a.meeting_stood = 'missing' AND a.applied_on > kith_today() - 366
        AND NOT EXISTS (SELECT FROM kith_same_people(ARRAY[a.person_id]) s JOIN access_restriction x
                          ON x.person_id = s.same AND x.during @> kith_today())
      ORDER BY a.applied_on DESC, a.id;
END $$;
REVOKE ALL ON FUNCTION protection_without_meeting() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION protection_without_meeting() TO kith_app;
ALTER FUNCTION protection_without_meeting() OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("protection", "0016_found_in_one_block"), ("access", "0065_released_of_other_rooms")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
