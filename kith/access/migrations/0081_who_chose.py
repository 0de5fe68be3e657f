"""Who reads that somebody chose to be texted or e-mailed, who writes it down, and who ends it.

Staff who may read the contact point read it; workers who release write it, of people open to them; its owner ends it.
"""

from django.db import migrations

from kith.core.rls import Policy, Protect, granted

WRITES = "LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$"
FAMILY = "'parent', 'young_person', 'carer'"
RELEASES = "'lead', 'social_worker', 'protection', 'manager', 'front_door', 'reviewing'"
RELEASER = f"coalesce((SELECT kith_actor_role()) IN ({RELEASES}), false)"
SEEN = "EXISTS (SELECT 1 FROM people_contactpoint c WHERE c.id = access_ownroute.contact_id AND c.person_id = access_ownroute.person_id)"

STAFF = f"(SELECT kith_actor_role()) NOT IN ({FAMILY})"

FUNCTIONS = f"""
-- The owner of an account ends what was chosen for it: at once, without a word to anybody.
CREATE FUNCTION access_end_my_route(asked uuid) RETURNS boolean {WRITES}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() NOT IN ({FAMILY}) THEN RETURN false; END IF;
    UPDATE access_ownroute r SET ended_at = now() WHERE r.id = asked AND r.ended_at IS NULL AND r.person_id IN (
        SELECT s.same FROM access_dooraccess d, kith_same_people(ARRAY[d.person_id]) s
         WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now());
    RETURN FOUND;
END $$;

-- One's own: where to, and not what a worker wrote of who else sees it.
CREATE FUNCTION access_my_routes() RETURNS TABLE (id uuid, value text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF kith_on_behalf_of() IS NOT NULL THEN RETURN; END IF;
    RETURN QUERY SELECT r.id, c.value::text FROM access_ownroute r JOIN people_contactpoint c ON c.id = r.contact_id
     WHERE r.ended_at IS NULL AND c.safety = 'safe' AND c.during @> kith_today() AND r.person_id IN (
        SELECT s.same FROM access_dooraccess d, kith_same_people(ARRAY[d.person_id]) s
         WHERE d.account_id = kith_actor() AND d.capacity = 'self' AND d.during @> now())
     ORDER BY 2;
END $$;
REVOKE ALL ON FUNCTION access_my_routes() FROM PUBLIC;
ALTER FUNCTION access_my_routes() OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION access_my_routes() TO kith_app;
REVOKE ALL ON FUNCTION access_end_my_route(uuid) FROM PUBLIC;
ALTER FUNCTION access_end_my_route(uuid) OWNER TO kith_definer;
GRANT EXECUTE ON FUNCTION access_end_my_route(uuid) TO kith_app;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0080_own_routes")]
    operations = [
        Protect(
            Policy(
                "access_ownroute",
                read=f"{STAFF} AND {SEEN}",
                as_other="false",
                write=f"{RELEASER} AND {granted('access_ownroute.person_id')}",
                insert=f"{RELEASER} AND {SEEN} AND {granted('access_ownroute.person_id')}"
                " AND recorded_by = (SELECT kith_actor()) AND source = 'worker' AND ended_at IS NULL",
                extra=(
                    "REVOKE UPDATE ON access_ownroute FROM kith_app",
                    "GRANT UPDATE (ended_at) ON access_ownroute TO kith_app",
                ),
            )
        ),
        migrations.RunSQL(FUNCTIONS, migrations.RunSQL.noop),
    ]
