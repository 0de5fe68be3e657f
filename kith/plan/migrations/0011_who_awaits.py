"""Who waits for a step is theirs alone to read and to say; and what is news of it, as far as the step is open to them."""

from django.db import migrations

from kith.core.rls import Policy, Protect

MINE = "plan_awaited.account_id = (SELECT kith_actor())"
# The asker's own rights: a line that is no longer shared with them is not there, and nothing is said of it.
NEWS = """
CREATE FUNCTION plan_news() RETURNS TABLE (step uuid, words text, done boolean, moved_on date, person uuid)
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT s.id, s.words::text, s.done_on IS NOT NULL, coalesce(s.done_on, s.not_done_on),
           (SELECT p.person_id FROM plan_planperson p JOIN access_grant g ON g.person = p.person_id
             WHERE p.plan_id = s.plan_id AND g.actor = kith_actor() AND g.level >= 2 AND g.during @> now()
             ORDER BY p.part, p.person_id LIMIT 1)
      FROM plan_awaited w JOIN plan_step s ON s.id = w.step_id
     WHERE w.account_id = kith_actor() AND kith_on_behalf_of() IS NULL AND w.seen_at IS NULL
       AND (s.done_on IS NOT NULL OR s.not_done_on IS NOT NULL)
     ORDER BY 4, 1 LIMIT 20
$$
"""


class Migration(migrations.Migration):
    dependencies = [("plan", "0010_awaited"), ("access", "0074_a_lead_outside_finds_nobody")]
    operations = [
        Protect(
            Policy(
                "plan_awaited",
                read=MINE,
                as_other="false",
                insert=f"{MINE} AND plan_awaited.recorded_by = (SELECT kith_actor()) AND plan_awaited.seen_at IS NULL"
                " AND EXISTS (SELECT FROM plan_step s WHERE s.id = plan_awaited.step_id)",
                history=False,
                extra=(
                    "REVOKE UPDATE ON plan_awaited FROM kith_app",
                    "GRANT UPDATE (seen_at) ON plan_awaited TO kith_app",
                ),
            )
        ),
        migrations.RunSQL(NEWS, migrations.RunSQL.noop),
        migrations.RunSQL("REVOKE ALL ON FUNCTION plan_news() FROM PUBLIC", migrations.RunSQL.noop),
        migrations.RunSQL("GRANT EXECUTE ON FUNCTION plan_news() TO kith_app", migrations.RunSQL.noop),
    ]
