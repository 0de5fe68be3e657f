"""Who reads and writes of brothers and sisters, and the nights on which they share a home, kept worked out.

Nights are those of episodes; where a home is never leaves the function that compares two of them, so that who may not
know a child's address may know whether a sister lives there. Everything is set-based: for a few people after a change,
for everybody after a load.
"""

from django.db import migrations

from kith.core.rls import EDITS, FIND, Policy, Protect, granted
from kith.law.holding import kept_of

# Those who hold ANSWER_FOR in kith.access.roles; a test holds this to them.
READS = "'lead', 'social_worker', 'protection', 'manager', 'reviewing', 'front_door', 'director'"
INSIDE = f"coalesce((SELECT kith_actor_role()) IN ({READS}), false)"
ME = "(SELECT kith_actor())"
HEAD = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
BROTHERS_AND_SISTERS = "'sibling', 'half_sibling', 'step_sibling', 'twin'"


def kept(table, *columns):
    """Nothing of a row is changed but these columns."""
    may = f"GRANT UPDATE ({', '.join(columns)}) ON {table} TO kith_app" if columns else "SELECT 1"
    return (f"REVOKE UPDATE ON {table} FROM kith_app", may)


def mine(table):
    return f"{table}.recorded_by = {ME} AND {table}.source = 'worker'"


def pair(table, one, other):
    """Open, and the other one may be found: as a tie between the two is read."""
    return f"{INSIDE} AND {granted(f'{table}.{one}')} AND {granted(f'{table}.{other}', level=FIND)}"


EITHER = (
    f"{INSIDE} AND ({granted('bonds_apartbecause.child_id')} OR {granted('bonds_apartbecause.sibling_id')})"
    f" AND {granted('bonds_apartbecause.child_id', level=FIND)}"
    f" AND {granted('bonds_apartbecause.sibling_id', level=FIND)}"
)
ELSEWHERE = f"{INSIDE} AND {granted('bonds_lookedafterelsewhere.person_id')}"
POLICIES = [
    Policy(
        "bonds_lookedafterelsewhere",
        read=ELSEWHERE,
        as_other="false",
        write=ELSEWHERE,
        insert=f"{ELSEWHERE} AND {mine('bonds_lookedafterelsewhere')}",
        by_role=EDITS,
        extra=kept("bonds_lookedafterelsewhere", "during", "lives_with_id", "council"),
    ),
    Policy(
        "bonds_apartbecause",
        read=EITHER,
        as_other="false",
        write="false",
        insert=f"{pair('bonds_apartbecause', 'child_id', 'sibling_id')} AND {mine('bonds_apartbecause')}",
        by_role=EDITS,
        extra=kept("bonds_apartbecause"),
    ),
    Policy(
        "bonds_siblingnights",
        read=pair("bonds_siblingnights", "person_id", "sibling_id"),
        as_other="false",
        write="false",
        history=False,
        extra=("REVOKE INSERT, UPDATE ON bonds_siblingnights FROM kith_app",),
    ),
    Policy(
        "bonds_bondfact",
        read=f"{INSIDE} AND {granted('bonds_bondfact.person_id')}",
        as_other="false",
        write="false",
        by_role=EDITS,
        extra=("REVOKE INSERT, UPDATE ON bonds_bondfact FROM kith_app",),
    ),
]


def worked_out(among):
    """The nights of pairs that `among` (a condition on r, the tie) names, and what follows for the law."""
    return f"""
    INSERT INTO bonds_siblingnights (id, recorded_at, source, person_id, sibling_id, from_on, until, together)
    WITH link AS MATERIALIZED (SELECT i.person_id, i.canonical_id FROM people_personidentity i WHERE i.during @> now()),
    tie AS MATERIALIZED (
        SELECT DISTINCT coalesce(a.canonical_id, r.person_id) AS one, coalesce(b.canonical_id, r.other_id) AS other
          FROM people_relationship r LEFT JOIN link a ON a.person_id = r.person_id
          LEFT JOIN link b ON b.person_id = r.other_id
         WHERE r.kind IN ({BROTHERS_AND_SISTERS}) {among}
    ), pair AS MATERIALIZED (
        SELECT one, other FROM tie WHERE one <> other UNION SELECT other, one FROM tie WHERE one <> other
    ), kids AS MATERIALIZED (
        SELECT DISTINCT one AS person, one AS same FROM pair UNION SELECT l.canonical_id, l.person_id FROM link l
    ), home AS MATERIALIZED (
        -- V3 and V4 are short breaks of a child who lives at home.
        SELECT k.person, e.during,
               nullif(upper(replace(p.placement_postcode, ' ', '')), '') AS place, coalesce(upper(p.urn), '') AS urn,
               ''::text AS council, NULL::uuid AS beside
          FROM kids k JOIN care_episode e ON e.person_id = k.same AND e.during IS NOT NULL AND e.legal_status NOT IN ('V3', 'V4')
          LEFT JOIN care_episodeplace p ON p.episode_id = e.id
        UNION ALL
        SELECT coalesce(l.canonical_id, w.person_id), w.during, NULL, '', w.council, coalesce(b.canonical_id, w.lives_with_id)
          FROM bonds_lookedafterelsewhere w LEFT JOIN link l ON l.person_id = w.person_id
          LEFT JOIN link b ON b.person_id = w.lives_with_id
    ), night AS (
        SELECT k.one, k.other, a.during * b.during AS during,
               CASE WHEN a.beside = k.other OR b.beside = k.one THEN true
                    WHEN a.council <> '' AND b.council <> '' THEN CASE WHEN a.beside = b.beside THEN true
                                                                       WHEN a.council <> b.council THEN false END
                    WHEN a.council <> '' OR b.council <> '' THEN false
                    WHEN a.place <> b.place OR (a.urn <> '' AND b.urn <> '' AND a.urn <> b.urn) THEN false
                    WHEN a.place = b.place THEN true END AS together
          FROM pair k JOIN home a ON a.person = k.one JOIN home b ON b.person = k.other AND b.during && a.during
    )
    SELECT gen_random_uuid(), now(), 'worker', n.one, n.other, lower(s), upper(s), n.together
      FROM (SELECT one, other, together, range_agg(during) AS spans FROM night GROUP BY 1, 2, 3) n, unnest(n.spans) s;

    WITH wanted AS MATERIALIZED (
        SELECT a.person_id, lower(s) AS first, upper(s) AS until
          FROM (SELECT n.person_id, range_agg(daterange(n.from_on, n.until)) AS spans FROM bonds_siblingnights n
                 WHERE NOT n.together {"AND n.person_id = ANY (near)" if among else ""} GROUP BY 1) a, unnest(a.spans) s
    ), gone AS (
        DELETE FROM bonds_bondfact f WHERE f.kind = 'apart' {"AND f.person_id = ANY (near)" if among else ""}
           AND NOT EXISTS (SELECT FROM wanted w WHERE w.person_id = f.person_id AND w.first = f.happened_on)
    )
    INSERT INTO bonds_bondfact (id, recorded_at, source, matter, person_id, kind, happened_on, until)
    SELECT gen_random_uuid(), now(), 'worker', w.person_id, w.person_id, 'apart', w.first, w.until FROM wanted w
    ON CONFLICT (matter, person_id, kind, happened_on) DO UPDATE SET until = excluded.until
     WHERE bonds_bondfact.until IS DISTINCT FROM excluded.until;
"""


NIGHTS = (
    f"""
CREATE FUNCTION bonds_work_out(persons uuid[]) RETURNS void {HEAD}
DECLARE them uuid[] := ARRAY(SELECT s.same FROM kith_same_people(persons) s); near uuid[];
BEGIN
    -- Whoever is a brother or sister of them, now or before.
    near := ARRAY(SELECT s.same FROM kith_same_people(them || ARRAY(
        SELECT r.other_id FROM people_relationship r WHERE r.person_id = ANY (them) AND r.kind IN ({BROTHERS_AND_SISTERS})
        UNION SELECT r.person_id FROM people_relationship r WHERE r.other_id = ANY (them)
           AND r.kind IN ({BROTHERS_AND_SISTERS})
        UNION SELECT n.sibling_id FROM bonds_siblingnights n WHERE n.person_id = ANY (them))) s);
    IF cardinality(near) <= cardinality(them)
       AND NOT EXISTS (SELECT FROM bonds_siblingnights n WHERE n.person_id = ANY (them)) THEN RETURN; END IF;
    DELETE FROM bonds_siblingnights n WHERE n.person_id = ANY (near) AND n.sibling_id = ANY (near);
"""
    + worked_out("AND r.person_id = ANY (near) AND r.other_id = ANY (near)")
    + f"""END $$;

-- No statistics tell the planner how many pairs there are: it would look for each, one after the other.
CREATE FUNCTION bonds_work_out_all() RETURNS void SET enable_nestloop = off SET work_mem = '128MB' {HEAD}
BEGIN
    IF session_user NOT IN ('kith_worker', 'kith_owner') THEN RETURN; END IF;
    DELETE FROM bonds_siblingnights;
"""
    + worked_out("")
    + f"""END $$;

-- After each statement that changes who is whose brother, or where anybody sleeps. A bulk load asks for all at its end.
CREATE FUNCTION bonds_nights_changed() RETURNS trigger {HEAD}
DECLARE them uuid[];
BEGIN
    IF current_setting('kith.nights_later', true) = 'on' AND session_user = 'kith_worker' THEN RETURN NULL; END IF;
    IF TG_TABLE_NAME = 'people_relationship' THEN
        them := ARRAY(SELECT person_id FROM fresh WHERE kind IN ({BROTHERS_AND_SISTERS}));
    ELSIF TG_TABLE_NAME = 'people_personidentity' THEN
        them := ARRAY(SELECT person_id FROM fresh UNION SELECT canonical_id FROM fresh);
    ELSE them := ARRAY(SELECT DISTINCT person_id FROM fresh); END IF;
    IF cardinality(them) > 0 THEN PERFORM bonds_work_out(them); END IF;
    RETURN NULL;
END $$;
"""
)
OWNERS = (
    "".join(
        f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
        for each in ("bonds_work_out(uuid[])", "bonds_work_out_all()", "bonds_nights_changed()")
    )
    + "GRANT EXECUTE ON FUNCTION bonds_work_out_all() TO kith_worker, kith_owner;\n"
)
TRIGGERS = "".join(
    f"CREATE TRIGGER bonds_nights_{when.lower()} AFTER {when} ON {table}"
    f" REFERENCING {'OLD' if when == 'DELETE' else 'NEW'} TABLE AS fresh"
    " FOR EACH STATEMENT EXECUTE FUNCTION bonds_nights_changed();\n"
    for table in (
        "care_episode",
        "care_episodeplace",
        "people_relationship",
        "people_personidentity",
        "bonds_lookedafterelsewhere",
    )
    for when in ("INSERT", "UPDATE", "DELETE")
)


class Migration(migrations.Migration):
    dependencies = [
        ("bonds", "0001_initial"),
        ("care", "0016_whom_visits_hold"),
        ("access", "0103_what_a_watcher_reads"),
        ("law", "0033_who_says_of_due"),
    ]
    operations = [
        *[Protect(policy) for policy in POLICIES],
        kept_of("bonds_bondfact"),
        *[migrations.RunSQL(sql, migrations.RunSQL.noop) for sql in (NIGHTS, OWNERS, TRIGGERS)],
        migrations.RunSQL("SELECT bonds_work_out_all()", migrations.RunSQL.noop),
    ]
