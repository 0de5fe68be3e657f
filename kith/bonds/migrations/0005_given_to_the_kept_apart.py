"""Time that was shown to somebody who is kept apart later from anybody of it is held back, until a worker looked.

It may go on all the same, at a place that tells nothing: whoever decides so takes it back and shows it anew.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE FUNCTION bonds_gives_away(item uuid, reader uuid) RETURNS boolean {HEAD}
DECLARE apart uuid[] := access_apart_from(reader);
        people uuid[] := ARRAY(SELECT s.same FROM kith_same_people(bonds_people_of(item)) s);
BEGIN
    -- A plan names the child, and its times say where the child will be and when.
    RETURN apart && people OR EXISTS (SELECT FROM bonds_timeplan p WHERE p.id = item
           AND EXISTS (SELECT FROM access_found_in(reader, concat_ws(' ', p.what, p.travel))))
        OR EXISTS (SELECT FROM bonds_meet m WHERE m.plan_id = item AND bonds_tells_where(reader, people, m.place));
END $$;
REVOKE ALL ON FUNCTION bonds_gives_away(uuid, uuid) FROM PUBLIC;
ALTER FUNCTION bonds_gives_away(uuid, uuid) OWNER TO kith_definer;
"""


class Migration(migrations.Migration):
    dependencies = [("bonds", "0004_who_sees_time"), ("access", "0097_looked_through_again")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
