"""A child who is still with a relative whose approval for a time ran out is told to the director at once.

The child and the day alone: who cares and why stand in the record, which asks the director for a reason as always.
"""

from django.db import migrations

SQL = """
CREATE FUNCTION kinship_ran_over() RETURNS TABLE (child uuid, ended date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() IS DISTINCT FROM 'director' THEN RETURN; END IF;
    RETURN QUERY SELECT f.person_id, f.happened_on - 1 FROM kinship_kinfact f
      WHERE f.kind = 'expired' AND f.happened_on <= kith_today() AND f.until IS NULL
        AND NOT EXISTS (SELECT FROM kith_same_people(ARRAY[f.person_id]) s JOIN access_restriction x
                          ON x.person_id = s.same AND x.during @> kith_today())
      ORDER BY f.happened_on, f.id;
END $$;
REVOKE ALL ON FUNCTION kinship_ran_over() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION kinship_ran_over() TO kith_app;
ALTER FUNCTION kinship_ran_over() OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("kinship", "0013_facts")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
