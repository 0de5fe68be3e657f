"""What a family answers to a line is not for every partner the line was shared with: the page says who reads it.

A charity or school reads those answers where it leads, as whoever else works with the whole plan.
"""

from django.db import migrations

POLICIES = "\n".join(
    f"CREATE POLICY {table}_outside ON {table} AS RESTRICTIVE FOR SELECT TO kith_app USING (source <> 'family'"
    " OR coalesce((SELECT kith_actor_role()) NOT IN ('partner', 'school', 'coordinator'), false)"
    " OR plan_whole(plan_id, 1, (SELECT kith_actor())));"
    for table in ("plan_answer", "plan_answerevent", "plan_progress", "plan_progressevent")
)


class Migration(migrations.Migration):
    dependencies = [("plan", "0003_lines_that_say_where")]
    operations = [migrations.RunSQL(POLICIES, migrations.RunSQL.noop)]
