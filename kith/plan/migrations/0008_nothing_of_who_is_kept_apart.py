"""A line that goes to somebody who is kept apart names nothing of those they are kept apart from."""

from django.db import migrations

SQL = """
CREATE FUNCTION plan_gives_away(item uuid, reader uuid) RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN EXISTS (SELECT FROM (
        SELECT g.words FROM plan_goal g WHERE g.id = item UNION ALL SELECT t.words FROM plan_step t WHERE t.id = item
        UNION ALL SELECT t.words FROM plan_strength t WHERE t.id = item
        UNION ALL SELECT c.words FROM plan_change c WHERE c.id = item
        UNION ALL SELECT p.words FROM plan_progress p WHERE p.id = plan_gives_away.item) w,
        access_found_in(reader, w.words));
END $$;
REVOKE ALL ON FUNCTION plan_gives_away(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plan_gives_away(uuid, uuid) TO kith_app, kith_worker;
ALTER FUNCTION plan_gives_away(uuid, uuid) OWNER TO kith_definer;
CREATE POLICY access_release_apart_plan ON access_release AS RESTRICTIVE FOR INSERT TO kith_app
    WITH CHECK (kind <> 'plan' OR NOT plan_gives_away(item, reader_id));
"""


class Migration(migrations.Migration):
    dependencies = [("plan", "0007_whom_facts_hold"), ("access", "0072_kept_apart")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
