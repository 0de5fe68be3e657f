"""A family account reads no row of a release: who released it, how its reader was prepared, what was taken back.

A policy hides rows, not columns. What was released to it comes by a function: which items, and when. Staff read as before,
and whoever looks through a family's eyes is staff.
"""

from django.db import migrations

FAMILY = "('parent', 'young_person', 'carer')"
MINE = """
CREATE FUNCTION access_my_released() RETURNS TABLE (item uuid, kind text, released_at timestamptz)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT r.item, r.kind::text, r.released_at
      FROM access_dooraccess d JOIN access_release r ON r.reader_id = d.person_id AND r.withdrawn_at IS NULL
     WHERE d.account_id = coalesce(kith_on_behalf_of(), kith_actor()) AND d.capacity = 'self' AND d.during @> now();
END $$
"""


def staff_alone(table):
    return (
        f"CREATE POLICY {table}_not_families ON {table} AS RESTRICTIVE FOR SELECT TO kith_app"
        f" USING ((SELECT kith_actor_role()) NOT IN {FAMILY})"
    )


class Migration(migrations.Migration):
    dependencies = [("access", "0077_closed_doors_wait_on_nobody")]
    operations = [
        migrations.RunSQL(each, migrations.RunSQL.noop)
        for each in (
            staff_alone("access_release"),
            staff_alone("access_releaseevent"),
            MINE,
            "REVOKE ALL ON FUNCTION access_my_released() FROM PUBLIC",
            "GRANT EXECUTE ON FUNCTION access_my_released() TO kith_app, kith_worker",
            "ALTER FUNCTION access_my_released() OWNER TO kith_definer",
        )
    ]
