"""Who reads and writes of time together; and what a family reads of it behind its own door.

- Workers who answer for the record read it where the child is open to them, or a brother or sister whom the plan names.
- Behind the door nobody reads a row. A function gives a reader the plans that were released to them by name, with where and
  when; and asks anew, each time: does anything stand in the way of these two being together, would the place tell the
  reader where somebody lives, does it come of a concern not yet told? Then there is nothing, as for no plan.
- What stands in the way and comes of a concern not yet told changes no page behind the door, until it is told.
- What somebody asks from their own page they read again, with its answer, and nobody else of the family does.
"""

from django.db import migrations

from kith.core.rls import EDITS, Policy, Protect, granted

READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
FAMILY = "'parent', 'young_person', 'carer'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
ME, OTHER = "(SELECT kith_actor())", "(SELECT kith_on_behalf_of())"
HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"

FUNCTIONS = f"""
-- Does the actor, a worker, read this plan on the child's page, or on a brother's or sister's whom it names?
CREATE FUNCTION bonds_plan_open(which uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN {INSIDE} AND EXISTS (
        SELECT FROM bonds_timeplan p WHERE p.id = which AND EXISTS (
            SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.level >= 2 AND (g.label_mask & 1) <> 0
               AND g.during @> now() AND (g.person = p.child_id OR (p.tie = 'sibling' AND EXISTS (
                   SELECT FROM bonds_timewith w WHERE w.plan_id = p.id AND w.person_id = g.person)))));
END $$;

CREATE FUNCTION bonds_plan_writes(which uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN {INSIDE} AND EXISTS (
        SELECT FROM bonds_timeplan p JOIN access_grant g ON g.person = p.child_id WHERE p.id = which
           AND g.actor = kith_actor() AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now());
END $$;

-- What stands in the way of these two, of whom either may be the child. Of what comes of a concern not yet told, only
-- with `hidden`: a worker may release nothing against it, and no page behind the door shows it by a change.
CREATE FUNCTION bonds_forbids(one uuid, other uuid, how text, day date, hidden boolean) RETURNS boolean {HEAD}
DECLARE mine uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[one]) s);
        theirs uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[other]) s);
BEGIN
    RETURN EXISTS (
        SELECT FROM bonds_timelimit l
         WHERE ((l.child_id = ANY (mine) AND l.other_id = ANY (theirs))
             OR (l.child_id = ANY (theirs) AND l.other_id = ANY (mine)))
           AND l.from_on <= day AND (l.until IS NULL OR l.until > day)
           AND (hidden OR l.covert_id IS NULL OR NOT kith_concern_open(l.covert_id))
           AND CASE l.allows WHEN 'nothing' THEN true WHEN 'letters' THEN how <> 'letters'
                             WHEN 'calls' THEN how NOT IN ('letters', 'call') ELSE how = 'together' END);
END $$;

-- Do these words tell the reader where one of these people lives or learns? Unless it was ruled that they may know, or
-- they live there too. An address that nobody ruled on is known to no other member of a family.
CREATE FUNCTION bonds_tells_where(reader uuid, persons uuid[], words text) RETURNS boolean {HEAD}
DECLARE said text := access_bare(words); me uuid[] := ARRAY(SELECT s.same FROM kith_same_people(ARRAY[reader]) s);
BEGIN
    IF said = '' THEN RETURN false; END IF;
    RETURN EXISTS (SELECT FROM access_found_in(reader, words)) OR EXISTS (
        SELECT FROM kith_same_people(persons) s JOIN people_address a ON a.person_id = s.same
         WHERE a.person_id <> ALL (me) AND a.kind IN ('home', 'staying', 'school')
           AND NOT EXISTS (SELECT FROM people_mayknow y WHERE y.person_id = a.person_id AND y.other_id = ANY (me)
                              AND y.may AND y.during @> kith_today())
           AND NOT EXISTS (SELECT FROM people_address own WHERE own.person_id = ANY (me)
                              AND access_bare(own.lines || own.postcode) = access_bare(a.lines || a.postcode))
           AND ((length(access_bare(a.postcode)) >= 5 AND strpos(said, access_bare(a.postcode)) > 0)
                OR (length(access_bare(split_part(a.lines, ',', 1))) >= 5
                    AND strpos(said, access_bare(split_part(a.lines, ',', 1))) > 0)));
END $$;

CREATE FUNCTION bonds_people_of(plan uuid) RETURNS uuid[] {HEAD}
BEGIN
    RETURN ARRAY(SELECT p.child_id FROM bonds_timeplan p WHERE p.id = plan
        UNION SELECT w.person_id FROM bonds_timewith w WHERE w.plan_id = plan AND w.person_id IS NOT NULL);
END $$;

-- Who may be told of a plan: the child, whom it names, and whoever cares for the child by a door of their own.
CREATE FUNCTION bonds_readers_of(plan uuid) RETURNS uuid[] {HEAD}
BEGIN
    RETURN bonds_people_of(plan) || ARRAY(
        SELECT me.person_id FROM bonds_timeplan p JOIN access_dooraccess d ON d.person_id = p.child_id
          JOIN access_dooraccess me ON me.account_id = d.account_id AND me.capacity = 'self' AND me.during @> now()
         WHERE p.id = plan AND d.capacity = 'carer' AND d.during @> now());
END $$;

-- Why a plan may not be shown to somebody, as a word; nothing where it may.
CREATE FUNCTION bonds_why_not(which uuid, reader uuid) RETURNS text {HEAD}
DECLARE p bonds_timeplan;
BEGIN
    SELECT t.* INTO p FROM bonds_timeplan t WHERE t.id = which;
    IF p.id IS NULL OR kith_on_behalf_of() IS NOT NULL OR NOT bonds_plan_open(which)
       OR NOT coalesce(kith_actor_role() IN ({RELEASES}), false) OR reader <> ALL (bonds_readers_of(which))
       OR NOT EXISTS (SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = reader
                         AND (g.label_mask & 1) <> 0 AND g.during @> now()) THEN RETURN 'not_yours'; END IF;
    IF p.covert_id IS NOT NULL AND kith_concern_open(p.covert_id) THEN RETURN 'not_told'; END IF;
    IF reader <> p.child_id AND bonds_forbids(p.child_id, reader, p.how::text, kith_today(), true)
       AND reader = ANY (bonds_people_of(which)) THEN RETURN 'forbidden'; END IF;
    IF reader <> p.child_id AND EXISTS (
        SELECT FROM bonds_meet m WHERE m.plan_id = which AND m.stands = 'planned'
           AND bonds_tells_where(reader, bonds_people_of(which), m.place)) THEN RETURN 'address'; END IF;
    RETURN NULL;
END $$;

-- A time under a plan: to whom who reads it would its place tell where somebody lives?
CREATE FUNCTION bonds_place_tells(which uuid, words text) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT FROM bonds_timeplan p, unnest(bonds_readers_of(which)) r (reader)
        WHERE p.id = which AND r.reader <> p.child_id AND bonds_tells_where(r.reader, bonds_people_of(which), words)
          AND EXISTS (SELECT FROM access_release x WHERE x.item = which AND x.reader_id = r.reader AND x.withdrawn_at IS NULL));
END $$;

-- Behind the door, and through a worker's eyes what both may read: one row for each plan and time. `mine`: of the child
-- whose account it is.
CREATE FUNCTION bonds_my_times() RETURNS TABLE (plan uuid, mine boolean, child text, people text, tie text, how text,
    times smallint, every text, what text, travel text, meet uuid, at timestamptz, place text, stands text,
    why_missed text, instead timestamptz) {HEAD}
DECLARE who uuid := coalesce(kith_on_behalf_of(), kith_actor()); me uuid;
BEGIN
    me := (SELECT d.person_id FROM access_dooraccess d WHERE d.account_id = who AND d.capacity = 'self' AND d.during @> now());
    IF me IS NULL THEN RETURN; END IF;
    RETURN QUERY SELECT p.id, p.child_id = me, n.given::text,
           CASE WHEN p.child_id = me THEN (SELECT string_agg(w.name, ', ' ORDER BY w.name) FROM bonds_timewith w WHERE w.plan_id = p.id)
                ELSE '' END, p.tie::text, p.how::text, p.times, p.every::text,
           CASE WHEN p.child_id = me THEN p.what::text ELSE '' END,
           CASE WHEN p.child_id = me OR carer.cares THEN p.travel::text ELSE '' END,
           m.id, m.at, m.place::text, m.stands::text,
           CASE WHEN p.child_id = me OR m.why_missed IN ('worker', 'travel', 'carer', 'ill', 'school')
                THEN m.why_missed::text ELSE '' END,
           (SELECT i.at FROM bonds_meet i WHERE i.id = m.instead_id)
      FROM access_release r JOIN bonds_timeplan p ON p.id = r.item
      CROSS JOIN LATERAL (SELECT me <> ALL (bonds_people_of(p.id)) AS cares) carer
      LEFT JOIN LATERAL (SELECT x.given FROM people_personname x WHERE x.person_id = p.child_id
                          ORDER BY x.preferred DESC, x.kind, x.id LIMIT 1) n ON true
      LEFT JOIN bonds_meet m ON m.plan_id = p.id AND m.at > now() - interval '60 days'
       AND (p.child_id = me OR NOT bonds_tells_where(me, bonds_people_of(p.id), m.place))
     WHERE r.reader_id = me AND r.kind = 'time' AND r.withdrawn_at IS NULL AND kith_released(p.id, who)
       AND (p.ended_on IS NULL OR p.ended_on > kith_today())
       AND (p.covert_id IS NULL OR NOT kith_concern_open(p.covert_id))
       AND me = ANY (bonds_readers_of(p.id))
       AND (p.child_id = me OR carer.cares OR NOT bonds_forbids(p.child_id, me, p.how::text, kith_today(), false))
       -- The child, and who brings them, is not sent to somebody whom it may not be.
       AND NOT (p.child_id = me AND EXISTS (SELECT FROM bonds_timewith w WHERE w.plan_id = p.id AND w.person_id IS NOT NULL
            AND bonds_forbids(me, w.person_id, p.how::text, kith_today(), false)))
       AND (kith_on_behalf_of() IS NULL OR bonds_plan_open(p.id))
     ORDER BY p.from_on, p.recorded_at, p.id, m.at DESC;
END $$;

-- Is this person the one whose account it is; or, with `cared`, a child whose parent or carer it is?
CREATE FUNCTION bonds_is_me(person uuid, who uuid, cared boolean) RETURNS boolean {HEAD}
BEGIN
    RETURN coalesce(who IN (kith_actor(), kith_on_behalf_of()), false) AND EXISTS (
        SELECT FROM access_dooraccess d WHERE d.account_id = who AND d.person_id = person AND d.during @> now()
           AND (d.capacity = 'self' OR (cared AND d.capacity IN ('parent', 'carer'))));
END $$;

-- What happened is told to the law: brothers' and sisters' time, what was looked at, what was refused as urgent.
CREATE FUNCTION bonds_time_facts() RETURNS trigger {WRITES}
BEGIN
    IF TG_TABLE_NAME = 'bonds_meet' THEN
        DELETE FROM bonds_bondfact f WHERE f.matter = NEW.id AND f.kind = 'sibling_time' AND NEW.stands <> 'done';
        IF NEW.stands = 'done' THEN
            INSERT INTO bonds_bondfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on)
            SELECT gen_random_uuid(), now(), kith_actor(), NEW.source, NEW.id, who.person, 'sibling_time',
                   (NEW.at AT TIME ZONE 'Europe/London')::date
              FROM bonds_timeplan p, unnest(bonds_people_of(p.id)) who (person)
             WHERE p.id = NEW.plan_id AND p.tie = 'sibling' ON CONFLICT DO NOTHING;
        END IF;
    ELSIF TG_TABLE_NAME = 'bonds_timeconsidered' THEN
        INSERT INTO bonds_bondfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on)
        VALUES (gen_random_uuid(), now(), kith_actor(), NEW.source, NEW.id, NEW.child_id, 'considered', NEW."on");
    ELSIF NEW.kind = 'urgent' THEN
        INSERT INTO bonds_bondfact (id, recorded_at, recorded_by, source, matter, person_id, kind, happened_on, until)
        VALUES (gen_random_uuid(), now(), kith_actor(), NEW.source, NEW.id, NEW.child_id, 'urgent', NEW.from_on, NEW.until)
        ON CONFLICT (matter, person_id, kind, happened_on) DO UPDATE SET until = excluded.until;
    END IF;
    RETURN NULL;
END $$;
"""
CALLED = (
    "bonds_plan_open(uuid)", "bonds_plan_writes(uuid)", "bonds_why_not(uuid, uuid)", "bonds_place_tells(uuid, text)",
    "bonds_my_times()", "bonds_is_me(uuid, uuid, boolean)", "bonds_forbids(uuid, uuid, text, date, boolean)",
)  # fmt: skip
WITHIN = (
    "bonds_tells_where(uuid, uuid[], text)", "bonds_people_of(uuid)", "bonds_readers_of(uuid)", "bonds_time_facts()",
)  # fmt: skip
OWNERS = "".join(
    f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
    for each in (*CALLED, *WITHIN)
) + "".join(f"GRANT EXECUTE ON FUNCTION {each} TO kith_app, kith_worker;\n" for each in CALLED)
TRIGGERS = """
CREATE TRIGGER bonds_facts AFTER INSERT OR UPDATE ON bonds_meet FOR EACH ROW EXECUTE FUNCTION bonds_time_facts();
CREATE TRIGGER bonds_facts AFTER INSERT ON bonds_timeconsidered FOR EACH ROW EXECUTE FUNCTION bonds_time_facts();
CREATE TRIGGER bonds_facts AFTER INSERT OR UPDATE ON bonds_timelimit FOR EACH ROW EXECUTE FUNCTION bonds_time_facts();
"""


def kept(table, *columns):
    may = f"GRANT UPDATE ({', '.join(columns)}) ON {table} TO kith_app" if columns else "SELECT 1"
    return (f"REVOKE UPDATE ON {table} FROM kith_app", may)


def mine(table):
    return f"{table}.recorded_by = {ME} AND {table}.source = 'worker'"


def of_child(table, column="child_id"):
    return f"{INSIDE} AND {granted(f'{table}.{column}')}"


def policy(name, read, insert, *changes, write="", history=True, by_role=EDITS):
    table = f"bonds_{name}"
    return Policy(
        table,
        read=read,
        as_other="false",
        write=write or (read if changes else "false"),
        insert=f"{insert} AND {mine(table)}",
        history=history,
        by_role=by_role,
        extra=kept(table, *changes),
    )


# Each change writes a limit's end, and the day they were told; of a plan its end; of a time what came of it.
OF_PLAN = "bonds_plan_open(bonds_timewith.plan_id)"
ASKED = "bonds_timeask"
POLICIES = [
    policy("timelimit", of_child("bonds_timelimit"), of_child("bonds_timelimit"), "until", "told_on"),
    policy(
        "timeplan",
        f"bonds_plan_open(bonds_timeplan.id) OR ({of_child('bonds_timeplan')})",
        of_child("bonds_timeplan"),
        "ended_on",
        "why_ended",
        "travel",
        "what",
        write=of_child("bonds_timeplan"),
    ),
    policy("timewith", OF_PLAN, "bonds_plan_writes(bonds_timewith.plan_id)"),
    policy(
        "meet",
        "bonds_plan_open(bonds_meet.plan_id)",
        "bonds_plan_open(bonds_meet.plan_id)",
        "stands",
        "why_missed",
        "words",
        "child_said",
        "instead_id",
        "why_not_again",
    ),
    Policy(
        ASKED,
        read=f"({of_child(ASKED)}) OR bonds_is_me({ASKED}.asker_id, {ME}, false)",
        as_other=f"bonds_is_me({ASKED}.asker_id, {OTHER}, false)",
        write=of_child(ASKED),
        insert=f"{ASKED}.recorded_by = {ME} AND {OTHER} IS NULL AND {ASKED}.answer = '' AND ("
        f"(({of_child(ASKED)}) AND {ASKED}.source = 'worker' AND {EDITS}) OR ({ASKED}.source = 'family'"
        f" AND (SELECT kith_actor_role()) IN ({FAMILY}) AND bonds_is_me({ASKED}.asker_id, {ME}, false)"
        f" AND bonds_is_me({ASKED}.child_id, {ME}, true)))",
        extra=(
            *kept(ASKED, "answer", "reason", "answered_on", "answered_as"),
            f"CREATE POLICY {ASKED}_update_role ON {ASKED} AS RESTRICTIVE FOR UPDATE TO kith_app"
            f" USING ({EDITS}) WITH CHECK ({EDITS})",
        ),
    ),
    policy(
        "timeconsidered",
        of_child("bonds_timeconsidered"),
        of_child("bonds_timeconsidered"),
        history=False,
        # At a review: by the officer who leads it, or a worker.
        by_role=f"({EDITS} OR (SELECT kith_actor_role()) = 'reviewing')",
    ),
]
RELEASED = f"""
CREATE POLICY access_release_insert_time ON access_release FOR INSERT TO kith_app
    WITH CHECK (kind = 'time' AND recorded_by = {ME} AND withdrawn_at IS NULL AND bonds_why_not(item, reader_id) IS NULL);
CREATE POLICY access_release_update_time ON access_release FOR UPDATE TO kith_app
    USING (kind = 'time' AND (SELECT kith_actor_role()) IN ({RELEASES}) AND bonds_plan_open(item))
    WITH CHECK (withdrawn_at IS NOT NULL);
"""


class Migration(migrations.Migration):
    dependencies = [("bonds", "0003_time"), ("access", "0150_time_is_released")]
    operations = [
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
        *[Protect(each) for each in POLICIES],
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
        migrations.RunSQL(RELEASED, migrations.RunSQL.noop),
    ]
