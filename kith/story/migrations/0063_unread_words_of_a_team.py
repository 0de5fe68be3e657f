"""Words that nobody read in time stand on the Today of the team's manager too, as a name and a day, not as words.

The words stay with whom they were sent to, and with duty once they passed. The manager sees that somebody reads them.
"""

from django.db import migrations

HEAD = "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$"
SQL = f"""
CREATE FUNCTION story_unread_in_team() RETURNS TABLE
    (id uuid, person uuid, name text, check_with text, at timestamptz) {HEAD}
BEGIN
    IF kith_on_behalf_of() IS NOT NULL OR kith_actor_role() IS DISTINCT FROM 'manager' THEN RETURN; END IF;
    RETURN QUERY
    SELECT w.event_id, b.person_id, coalesce(n.given || ' ' || n.family, ''), ''::text, w.recorded_at
      FROM story_wordssent w
      JOIN LATERAL (SELECT a.person_id FROM story_about a
                     WHERE a.event_id = w.event_id AND access_of_my_team(a.person_id)
                     ORDER BY a.person_id LIMIT 1) b ON true
      LEFT JOIN LATERAL (SELECT p.given, p.family FROM people_personname p
                          WHERE p.person_id = b.person_id AND p.preferred LIMIT 1) n ON true
     WHERE w.first_read_at IS NULL AND w.passes_at <= now()
     ORDER BY w.recorded_at LIMIT 50;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("story", "0062_alone_and_written_up"), ("access", "0077_closed_doors_wait_on_nobody")]
    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        *[
            migrations.RunSQL(each, migrations.RunSQL.noop)
            for each in (
                "REVOKE ALL ON FUNCTION story_unread_in_team() FROM PUBLIC",
                "GRANT EXECUTE ON FUNCTION story_unread_in_team() TO kith_app, kith_worker",
                "ALTER FUNCTION story_unread_in_team() OWNER TO kith_definer",
            )
        ],
    ]
