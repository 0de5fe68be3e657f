"""Who reads and writes of a way home; what the child and a parent read of it on their own page; and facts for the law.

- The child's workers read and write it. What was found of risk, what has changed and what worries are left stay with them.
- The child, and a parent, read it from the day that a worker showed it to them by name: what has to happen, who does it, what help
  there is, by when, and the nights at home. Of the others' words nothing.
- It is asked anew at each reading. A parent whom anything keeps apart from the child reads nothing of it, and no line that would tell
  them where the child lives or learns.
- It does not end as a year at home before the year is over.
"""

from django.db import migrations

from kith.core.rls import EDITS, Policy, Protect, granted

READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
ME = "(SELECT kith_actor())"
HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"

FUNCTIONS = f"""
-- Whose own account this is, of a family: child, parent or carer.
CREATE FUNCTION bonds_own_person(who uuid) RETURNS uuid {HEAD}
BEGIN
    RETURN (SELECT d.person_id FROM access_dooraccess d WHERE d.account_id = who AND who IN (kith_actor(), kith_on_behalf_of())
        AND d.capacity = 'self' AND d.during @> now() LIMIT 1);
END $$;

-- Would these words tell somebody who reads this way, other than the child, where the child lives or learns? To whoever does
-- not write in that child's record all words tell.
CREATE FUNCTION bonds_home_tells(which uuid, told text) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT coalesce(bonds_writes_of((SELECT w.child_id FROM bonds_goinghome w WHERE w.id = which)), false)
        OR EXISTS (SELECT FROM bonds_homesay s WHERE s.way_id = which AND s.shown_on IS NOT NULL AND s.person_id <> s.child_id
        AND bonds_tells_where(s.person_id, ARRAY[s.child_id], told));
END $$;

-- Why a way home may not be shown to somebody, as a word; nothing where it may.
CREATE FUNCTION bonds_home_why_not(which uuid, reader uuid) RETURNS text {HEAD}
DECLARE w bonds_goinghome;
BEGIN
    SELECT g.* INTO w FROM bonds_goinghome g WHERE g.id = which;
    IF w.id IS NULL OR NOT bonds_writes_of(w.child_id) THEN RETURN 'not_yours'; END IF;
    IF reader = w.child_id THEN RETURN NULL; END IF;
    IF NOT EXISTS (SELECT FROM people_relationship r WHERE (r.person_id = w.child_id AND r.other_id = reader
              AND r.kind IN ('mother', 'father', 'parent', 'step_parent', 'adoptive_parent', 'special_guardian'))
           OR (r.person_id = reader AND r.other_id = w.child_id AND r.kind IN ('child', 'step_child', 'ward')))
        AND NOT EXISTS (SELECT FROM access_dooraccess d JOIN access_dooraccess me ON me.account_id = d.account_id
            WHERE d.person_id = w.child_id AND d.capacity = 'parent' AND d.during @> now() AND me.person_id = reader
              AND me.capacity = 'self' AND me.during @> now()) THEN RETURN 'not_a_parent'; END IF;
    IF bonds_link_barred(w.child_id, reader, NULL, true) THEN RETURN 'apart'; END IF;
    IF EXISTS (SELECT FROM bonds_homemust m WHERE m.way_id = which
        AND bonds_tells_where(reader, ARRAY[w.child_id], concat_ws(' ', m.what, m.who, m.help))) THEN RETURN 'address'; END IF;
    RETURN NULL;
END $$;

-- Behind the door, and through a worker's eyes what both may read. The ways that were shown to whoever acts.
CREATE FUNCTION bonds_my_ways() RETURNS TABLE (way uuid, mine boolean, child text, to_whom text, agreed_on date, home_on date,
    says text, words text) {HEAD}
DECLARE who uuid := coalesce(kith_on_behalf_of(), kith_actor()); me uuid := bonds_own_person(who);
BEGIN
    IF me IS NULL THEN RETURN; END IF;
    RETURN QUERY SELECT w.id, w.child_id = me, n.given::text, CASE WHEN w.child_id = me THEN w.to_whom::text ELSE '' END,
           w.agreed_on, w.home_on, s.says::text, s.words::text
      FROM bonds_homesay s JOIN bonds_goinghome w ON w.id = s.way_id
      LEFT JOIN LATERAL (SELECT x.given FROM people_personname x WHERE x.person_id = w.child_id
                          ORDER BY x.preferred DESC, x.kind, x.id LIMIT 1) n ON true
     WHERE s.person_id = me AND s.shown_on IS NOT NULL AND w.ended_on IS NULL
       AND (w.child_id = me OR NOT bonds_link_barred(w.child_id, me, NULL, false))
       AND (kith_on_behalf_of() IS NULL OR EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor()
            AND g.person = w.child_id AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now()))
     ORDER BY w.assessed_on, w.id;
END $$;

-- Of each such way what has to happen, and the nights at home.
CREATE FUNCTION bonds_my_way_lines() RETURNS TABLE (way uuid, kind text, what text, who text, help text, by_when date, done_on date)
{HEAD}
DECLARE me uuid := bonds_own_person(coalesce(kith_on_behalf_of(), kith_actor()));
BEGIN
    RETURN QUERY SELECT m.way_id, 'must', m.what::text, m.who::text, m.help::text, m.by_when, m.done_on
      FROM bonds_my_ways() w JOIN bonds_homemust m ON m.way_id = w.way
     WHERE w.mine OR NOT bonds_tells_where(me, ARRAY[m.child_id], concat_ws(' ', m.what, m.who, m.help))
    UNION ALL
    SELECT n.way_id, 'night', '', '', '', n.from_on, n.until FROM bonds_my_ways() w JOIN bonds_homenight n ON n.way_id = w.way
    ORDER BY 1, 2, 6;
END $$;

-- What somebody says to it, on their own page.
CREATE FUNCTION bonds_say_of_home(which uuid, said text, told text) RETURNS uuid {WRITES}
DECLARE me uuid := bonds_own_person(kith_actor()); whose uuid;
BEGIN
    IF me IS NULL OR kith_on_behalf_of() IS NOT NULL OR said NOT IN ('yes', 'if', 'unsure', 'no')
       OR NOT EXISTS (SELECT FROM bonds_my_ways() w WHERE w.way = which) THEN RETURN NULL; END IF;
    UPDATE bonds_homesay SET says = said, words = left(coalesce(told, ''), 1000), said_on = kith_today()
     WHERE way_id = which AND person_id = me RETURNING child_id INTO whose;
    RETURN whose;
END $$;

CREATE FUNCTION bonds_home_guard() RETURNS trigger {WRITES}
BEGIN
    IF NEW.came_of_it = 'lasted' AND (NEW.home_on IS NULL OR NEW.ended_on < (NEW.home_on + interval '1 year')::date) THEN
        RAISE EXCEPTION 'a year at home is not over' USING ERRCODE = '23514';
    END IF;
    RETURN NEW;
END $$;

-- What is told to the law: at home again since, until our support ends; and that it was looked at.
CREATE FUNCTION bonds_home_facts() RETURNS trigger {WRITES}
BEGIN
    IF TG_TABLE_NAME = 'bonds_homelookedat' THEN
        INSERT INTO bonds_bondfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on)
        VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', NEW.id, NEW.child_id, 'home_looked', NEW."on")
        ON CONFLICT DO NOTHING;
        RETURN NULL;
    END IF;
    IF NEW.home_on IS NOT NULL THEN
        INSERT INTO bonds_bondfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on, until)
        VALUES (gen_random_uuid(), now(), kith_actor(), 'worker', NEW.id, NEW.child_id, 'home_again', NEW.home_on, NEW.ended_on)
        ON CONFLICT (matter, person_id, kind, happened_on) DO UPDATE SET until = excluded.until;
    END IF;
    RETURN NULL;
END $$;
"""
CALLED = (
    "bonds_home_tells(uuid, text)", "bonds_home_why_not(uuid, uuid)", "bonds_my_ways()", "bonds_my_way_lines()",
    "bonds_say_of_home(uuid, text, text)",
)  # fmt: skip
WITHIN = ("bonds_own_person(uuid)", "bonds_home_guard()", "bonds_home_facts()")
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, *WITHIN)
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)
TRIGGERS = """
CREATE TRIGGER bonds_guard BEFORE INSERT OR UPDATE ON bonds_goinghome FOR EACH ROW EXECUTE FUNCTION bonds_home_guard();
CREATE TRIGGER bonds_facts AFTER INSERT OR UPDATE ON bonds_goinghome FOR EACH ROW EXECUTE FUNCTION bonds_home_facts();
CREATE TRIGGER bonds_facts AFTER INSERT ON bonds_homelookedat FOR EACH ROW EXECUTE FUNCTION bonds_home_facts();
"""


def policy(name, *changes):
    table = f"bonds_{name}"
    open_to = f"{INSIDE} AND {granted(f'{table}.child_id')}"
    # A row of a way is of that way's child: nobody writes of one child under another's way.
    same = (
        ""
        if name == "goinghome"
        else (
            f" AND EXISTS (SELECT FROM bonds_goinghome w WHERE w.id = {table}.way_id AND w.child_id = {table}.child_id)"
        )
    )
    may = f"GRANT UPDATE ({', '.join(changes)}) ON {table} TO kith_app" if changes else "SELECT 1"
    return Policy(
        table, read=open_to, as_other="false", write=open_to if changes else "false",
        insert=f"{open_to} AND {table}.recorded_by = {ME} AND {table}.source = 'worker'{same}",
        by_role=EDITS, extra=(f"REVOKE UPDATE ON {table} FROM kith_app", may),
    )  # fmt: skip


POLICIES = [
    policy("goinghome", "to_whom", "risk", "changed", "worries", "agreed_on", "agreed_by", "route", "approved_by", "home_on",
           "skipped", "ended_on", "came_of_it", "end_words"),
    policy("homemust", "done_on", "by_when"),
    policy("homesay", "says", "words", "said_on", "shown_on"),
    policy("homenight", "went", "child_said", "until"),
    policy("homelookedat"),
]  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("bonds", "0012_going_home"), ("bonds", "0170_asked_of_whom_one_writes")]
    operations = [
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
        *[Protect(each) for each in POLICIES],
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
    ]
