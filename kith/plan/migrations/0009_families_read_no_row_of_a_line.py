"""Behind the family's door a line of the plan is read by a function, which gives its words and no more.

A policy hides rows, not columns. Which service does a step, whether safety rests on it, that it is for somebody who
causes harm, and who wrote it down stay with staff, whatever SQL a family account's own login could run.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
FAMILY = "'parent', 'young_person', 'carer'"
LINES = ("plan_goal", "plan_step", "plan_strength", "plan_change")
SEEN = (
    "plan_line_seen(l.id, l.plan_id, l.label, l.covert_id, l.recorded_by, reader) AND (kith_on_behalf_of() IS NULL"
    " OR plan_line_seen(l.id, l.plan_id, l.label, l.covert_id, l.recorded_by, kith_actor()))"
)
NEVER = "NULL::date"

SQL = f"""
-- The lines that the reader may read: the account itself, or whose eyes a worker looks through, narrowed to both.
CREATE FUNCTION plan_my_lines() RETURNS TABLE (
    line uuid, plan uuid, kind text, words text, ours boolean, person uuid, worker uuid, goal uuid, by_on date,
    done_on date, not_done_on date, reached_on date, dropped_on date, met_on date, place bigint) {HEAD}
DECLARE reader uuid := coalesce(kith_on_behalf_of(), kith_actor()); mine uuid[];
BEGIN
    -- Only an account of the family's own has lines here, and only what was released to it by name is asked of.
    mine := ARRAY(SELECT r.item FROM access_dooraccess d
        JOIN access_release r ON r.reader_id = d.person_id AND r.kind = 'plan' AND r.withdrawn_at IS NULL
       WHERE d.account_id = reader AND d.capacity = 'self' AND d.during @> now());
    RETURN QUERY
    WITH seen AS (
        SELECT l.id, l.plan_id, 'change' AS kind, l.words, false AS ours, NULL::uuid AS person, NULL::uuid AS worker,
               NULL::uuid AS goal, {NEVER} AS by_on, {NEVER} AS done_on, {NEVER} AS not_done_on, {NEVER} AS reached_on,
               {NEVER} AS dropped_on, l.met_on, l.recorded_at
          FROM plan_change l WHERE l.id = ANY (mine) AND {SEEN}
        UNION ALL
        SELECT l.id, l.plan_id, 'goal', l.words, false, NULL, NULL, NULL, NULL, NULL, NULL, l.reached_on, l.dropped_on,
               NULL, l.recorded_at
          FROM plan_goal l WHERE l.id = ANY (mine) AND {SEEN}
        UNION ALL
        SELECT l.id, l.plan_id, 'step', l.words, l.does_it IN ('service', 'council'), l.person_id,
               (SELECT t.account FROM access_workers_told() t WHERE t.account = l.account_id LIMIT 1), l.goal_id,
               l.by_on, l.done_on, l.not_done_on, NULL, NULL, NULL, l.recorded_at
          FROM plan_step l WHERE l.id = ANY (mine) AND {SEEN}
        UNION ALL
        SELECT l.id, l.plan_id, 'strength', l.words, false, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
               l.recorded_at
          FROM plan_strength l WHERE l.id = ANY (mine) AND {SEEN})
    SELECT s.id, s.plan_id, s.kind::text, s.words::text, s.ours, s.person, s.worker,
           CASE WHEN s.goal IN (SELECT g.id FROM seen g WHERE g.kind = 'goal') THEN s.goal END,
           s.by_on, s.done_on, s.not_done_on, s.reached_on, s.dropped_on, s.met_on,
           row_number() OVER (ORDER BY s.recorded_at, s.id)
      FROM seen s ORDER BY s.recorded_at, s.id;
END $$;

-- What services said of those lines and released to the reader, and what the reader said themselves.
CREATE FUNCTION plan_my_said() RETURNS TABLE (item uuid, mine boolean, words text, how text, agrees boolean, said_on date)
{HEAD}
DECLARE reader uuid := coalesce(kith_on_behalf_of(), kith_actor());
BEGIN
    IF NOT coalesce((SELECT a.role FROM access_account a WHERE a.id = reader) IN ({FAMILY}), false) THEN RETURN; END IF;
    RETURN QUERY
    SELECT q.item, q.mine, q.words::text, q.how::text, q.agrees, q.on FROM (
        SELECT p.item, p.side = 'family' AS mine, p.words, p.how, NULL::boolean AS agrees, p.on, p.recorded_at, 0 AS part
          FROM plan_progress p WHERE plan_said_seen(p.id, p.plan_id, p.item, p.recorded_by, p.source, reader)
           AND (kith_on_behalf_of() IS NULL
                OR plan_said_seen(p.id, p.plan_id, p.item, p.recorded_by, p.source, kith_actor()))
           AND (p.recorded_by = reader OR p.id IN (SELECT r.item FROM access_dooraccess d JOIN access_release r
                ON r.reader_id = d.person_id WHERE d.account_id = reader AND d.capacity = 'self'))
        UNION ALL
        SELECT a.item, true, a.words, '', a.agrees, (a.recorded_at AT TIME ZONE 'Europe/London')::date, a.recorded_at, 1
          FROM plan_answer a WHERE a.recorded_by = reader
           AND plan_said_seen(a.id, a.plan_id, a.item, a.recorded_by, a.source, reader)
           AND (kith_on_behalf_of() IS NULL
                OR plan_said_seen(a.id, a.plan_id, a.item, a.recorded_by, a.source, kith_actor()))) q
     ORDER BY q.part, q.recorded_at;
END $$;
REVOKE ALL ON FUNCTION plan_my_lines(), plan_my_said() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION plan_my_lines(), plan_my_said() TO kith_app, kith_worker;
ALTER FUNCTION plan_my_lines() OWNER TO kith_definer;
ALTER FUNCTION plan_my_said() OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION access_workers_told() TO kith_definer;
"""

POLICIES = (
    "\n".join(
        f"CREATE POLICY {table}_staff ON {table} AS RESTRICTIVE FOR SELECT TO kith_app"
        f" USING (coalesce((SELECT kith_actor_role()) NOT IN ({FAMILY}), false));"
        for table in LINES
    )
    + f"""
CREATE POLICY plan_progress_own ON plan_progress AS RESTRICTIVE FOR SELECT TO kith_app
    USING (coalesce((SELECT kith_actor_role()) NOT IN ({FAMILY}), false) OR recorded_by = (SELECT kith_actor()));
"""
)


class Migration(migrations.Migration):
    dependencies = [("plan", "0008_nothing_of_who_is_kept_apart")]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        migrations.RunSQL(POLICIES, migrations.RunSQL.noop),
    ]
