"""What stands between two people, and whether a place tells where somebody lives, is answered of whom one writes of.

Limits that come of a concern not yet told were answered to any login that knew two ids; a place, to guesses.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
-- Asked before something is planned, of a child whose record the actor writes in. Of all others: not together.
CREATE FUNCTION bonds_may_not(child uuid, other uuid, how text, day date) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT (kith_on_behalf_of() IS NULL
                AND coalesce(kith_actor_role() IN ('lead', 'social_worker', 'protection', 'manager', 'front_door'), false)
                AND EXISTS (SELECT FROM access_grant g JOIN kith_same_people(ARRAY[child]) s ON s.same = g.person
                             WHERE g.actor = kith_actor() AND g.level >= 2 AND (g.label_mask & 1) <> 0 AND g.during @> now()))
        OR bonds_forbids(child, other, how, day, true);
END $$;
REVOKE ALL ON FUNCTION bonds_may_not(uuid, uuid, text, date) FROM PUBLIC;
ALTER FUNCTION bonds_may_not(uuid, uuid, text, date) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION bonds_may_not(uuid, uuid, text, date) TO kith_app, kith_worker;
REVOKE EXECUTE ON FUNCTION bonds_forbids(uuid, uuid, text, date, boolean) FROM kith_app, kith_worker;

CREATE OR REPLACE FUNCTION bonds_place_tells(which uuid, words text) RETURNS boolean {HEAD}
BEGIN
    RETURN NOT bonds_plan_writes(which) OR EXISTS (
        SELECT FROM bonds_timeplan p, unnest(bonds_readers_of(which)) r (reader)
         WHERE p.id = which AND r.reader <> p.child_id AND bonds_tells_where(r.reader, bonds_people_of(which), words)
           AND EXISTS (SELECT FROM access_release x WHERE x.item = which AND x.reader_id = r.reader
                          AND x.withdrawn_at IS NULL));
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("bonds", "0011_who_reads_lifelong_links")]
    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
