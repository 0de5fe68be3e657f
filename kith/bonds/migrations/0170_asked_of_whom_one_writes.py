"""What stands between two people, and whether a place tells where somebody lives, is answered of whom one writes of.

Limits that come of a concern not yet told were answered to any login that knew two ids, and so was who is kept apart from
whom; a place, to guesses.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
-- Does the actor, a worker, write in this child's record?
CREATE FUNCTION bonds_writes_of(child uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN kith_on_behalf_of() IS NULL
       AND coalesce(kith_actor_role() IN ('lead', 'social_worker', 'protection', 'manager', 'front_door'), false)
       AND EXISTS (SELECT FROM access_grant g JOIN kith_same_people(ARRAY[child]) s ON s.same = g.person
                    WHERE g.actor = kith_actor() AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now());
END $$;

-- Asked before something is planned, or somebody is looked for. Of children in whose record the actor does not write: not
-- together, and barred.
CREATE FUNCTION bonds_may_not(child uuid, other uuid, how text, day date) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT bonds_writes_of(child) OR bonds_forbids(child, other, how, day, true);
END $$;
CREATE FUNCTION bonds_may_not_link(child uuid, known uuid, despite timestamptz) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT bonds_writes_of(child) OR bonds_link_barred(child, known, despite, true);
END $$;

-- As in 0011, of links of the actor's own, and of children whose record is open to the actor.
CREATE OR REPLACE FUNCTION bonds_bond_shown(which uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN which IS NULL OR EXISTS (SELECT FROM bonds_linkperson p WHERE p.id = which AND p.stands IN ('yes', 'met')
        AND (p.child_id IN (care_self(kith_actor()), care_self(kith_on_behalf_of())) OR EXISTS (
            SELECT FROM access_grant g WHERE g.actor = kith_actor() AND g.person = p.child_id AND g.level >= 2
               AND (g.label_mask & 1) <> 0 AND g.during @> now()))
        AND NOT bonds_link_barred(p.child_id, p.known_id, p.despite_at, false));
END $$;

CREATE OR REPLACE FUNCTION bonds_place_tells(which uuid, words text) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT bonds_plan_writes(which) OR EXISTS (
        SELECT FROM bonds_timeplan p, unnest(bonds_readers_of(which)) r (reader)
         WHERE p.id = which AND r.reader <> p.child_id AND bonds_tells_where(r.reader, bonds_people_of(which), words)
           AND EXISTS (SELECT FROM access_release x WHERE x.item = which AND x.reader_id = r.reader
                          AND x.withdrawn_at IS NULL));
END $$;
"""

OWNERS = (
    "".join(
        f"REVOKE ALL ON FUNCTION {each} FROM PUBLIC; ALTER FUNCTION {each} OWNER TO kith_definer;\n"
        for each in (
            "bonds_writes_of(uuid)",
            "bonds_may_not(uuid, uuid, text, date)",
            "bonds_may_not_link(uuid, uuid, timestamptz)",
        )
    )
    + """
GRANT EXECUTE ON FUNCTION bonds_may_not(uuid, uuid, text, date), bonds_may_not_link(uuid, uuid, timestamptz)
    TO kith_app, kith_worker;
REVOKE EXECUTE ON FUNCTION bonds_forbids(uuid, uuid, text, date, boolean),
    bonds_link_barred(uuid, uuid, timestamptz, boolean) FROM kith_app, kith_worker;
"""
)


class Migration(migrations.Migration):
    dependencies = [("bonds", "0011_who_reads_lifelong_links")]
    operations = [migrations.RunSQL(each, migrations.RunSQL.noop) for each in (SQL, OWNERS)]
