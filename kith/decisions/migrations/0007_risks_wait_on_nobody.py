"""What a coordinator told of somebody at risk stands on the Today of the team's manager and of duty too.

As with a page that its owner closed (access/migrations/0077): no words, and of a restricted record only whom to ring.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE FUNCTION decisions_risks_for_others() RETURNS TABLE
    (id uuid, person uuid, name text, check_with text, at timestamptz) {HEAD}
DECLARE duty boolean := kith_actor_role() = 'front_door';
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() IS NULL OR kith_actor_role() NOT IN ('front_door', 'manager')
    THEN RETURN; END IF;
    RETURN QUERY
    SELECT DISTINCT ON (t.told_at, t.id) t.id, CASE WHEN x.ask IS NULL THEN m.person_id END,
           CASE WHEN x.ask IS NULL THEN coalesce(n.given || ' ' || n.family, '') ELSE '' END,
           coalesce(x.ask, '')::text, t.told_at
      FROM decisions_risktold t
      JOIN decisions_meetingperson m ON m.offer_id = t.offer_id AND m.part = 'child'
      LEFT JOIN LATERAL (SELECT p.given, p.family FROM people_personname p
                          WHERE p.person_id = m.person_id AND p.preferred LIMIT 1) n ON true
      LEFT JOIN LATERAL (SELECT r.check_with AS ask FROM access_restriction r JOIN decisions_meetingperson o
                             ON o.person_id = r.person_id AND o.offer_id = t.offer_id
                          WHERE duty AND r.during && daterange(kith_today(), NULL) LIMIT 1) x ON true
     WHERE t.seen_at IS NULL AND (duty OR access_of_my_team(m.person_id))
     ORDER BY t.told_at, t.id, m.person_id LIMIT 50;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("decisions", "0006_nothing_of_who_is_kept_apart"),
        ("access", "0077_closed_doors_wait_on_nobody"),
    ]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        *[
            migrations.RunSQL(each, migrations.RunSQL.noop)
            for each in (
                "REVOKE ALL ON FUNCTION decisions_risks_for_others() FROM PUBLIC",
                "GRANT EXECUTE ON FUNCTION decisions_risks_for_others() TO kith_app, kith_worker",
                "ALTER FUNCTION decisions_risks_for_others() OWNER TO kith_definer",
            )
        ],
    ]
