"""A page that its owner closed stands on the Today of those who are not away: the team's manager, and duty.

For duty all of them, at once; for a manager those of the team's people, beside the manager's own. A record that is
restricted gives duty neither name nor id, only whom to ring. A manager has no grant on one that does not name them.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE FUNCTION access_of_my_team(who uuid) RETURNS boolean {HEAD}
BEGIN
    RETURN EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = who AND g.level >= 2
               AND g.came_from = 'team' AND g.during @> now())
        AND NOT EXISTS (SELECT 1 FROM access_grant g WHERE g.actor = kith_actor() AND g.person = who AND g.level >= 2
               AND g.came_from = 'involvement' AND g.during @> now());
END $$;
REVOKE ALL ON FUNCTION access_of_my_team(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION access_of_my_team(uuid) TO kith_app, kith_worker;
ALTER FUNCTION access_of_my_team(uuid) OWNER TO kith_definer;

CREATE FUNCTION access_closed_for_others() RETURNS TABLE
    (id uuid, person uuid, name text, check_with text, at timestamptz) {HEAD}
DECLARE duty boolean := kith_actor_role() = 'front_door';
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() IS NULL OR kith_actor_role() NOT IN ('front_door', 'manager')
    THEN RETURN; END IF;
    RETURN QUERY
    SELECT c.id, CASE WHEN x.ask IS NULL THEN c.person_id END,
           CASE WHEN x.ask IS NULL THEN coalesce(n.given || ' ' || n.family, '') ELSE '' END,
           coalesce(x.ask, '')::text, c.closed_at
      FROM access_closeddoor c
      LEFT JOIN LATERAL (SELECT p.given, p.family FROM people_personname p
                          WHERE p.person_id = c.person_id AND p.preferred LIMIT 1) n ON true
      LEFT JOIN LATERAL (SELECT r.check_with AS ask FROM access_restriction r
                          WHERE duty AND r.person_id = c.person_id AND r.during && daterange(kith_today(), NULL)
                          LIMIT 1) x ON true
     WHERE c.opened_at IS NULL AND (duty OR access_of_my_team(c.person_id))
     ORDER BY c.closed_at LIMIT 50;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("access", "0076_who_names_further")]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        *[
            migrations.RunSQL(each, migrations.RunSQL.noop)
            for each in (
                "REVOKE ALL ON FUNCTION access_closed_for_others() FROM PUBLIC",
                "GRANT EXECUTE ON FUNCTION access_closed_for_others() TO kith_app, kith_worker",
                "ALTER FUNCTION access_closed_for_others() OWNER TO kith_definer",
            )
        ],
    ]
