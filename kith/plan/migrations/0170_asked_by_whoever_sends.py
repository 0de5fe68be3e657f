"""Whether a line tells where others are is answered to whoever may send it: to others every line does."""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE OR REPLACE FUNCTION plan_gives_away(item uuid, reader uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT access_sends() OR EXISTS (SELECT FROM (
        SELECT g.words FROM plan_goal g WHERE g.id = item UNION ALL SELECT t.words FROM plan_step t WHERE t.id = item
        UNION ALL SELECT t.words FROM plan_strength t WHERE t.id = item
        UNION ALL SELECT c.words FROM plan_change c WHERE c.id = item
        UNION ALL SELECT p.words FROM plan_progress p WHERE p.id = plan_gives_away.item) w,
        access_found_in(reader, w.words));
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("plan", "0011_who_awaits"), ("access", "0170_asked_by_whoever_sends")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
