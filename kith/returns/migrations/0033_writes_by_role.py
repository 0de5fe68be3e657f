"""Rows that wait, and decisions on them: by roles that edit and the returns officer. A file is read by the worker's login.

And whether a home is kept safe is said to the officer alone, of whom the policies ask it.
"""

from django.db import migrations

from kith.core.rls import EDITS, SOMEBODY, Policy, Protect, written_by_role

OFFICER = "(SELECT kith_actor_role()) = 'returns'"

# Of whom there is none it says what it says of one kept safe: that there is nothing here for the asker.
KEPT_SAFE = """
CREATE OR REPLACE FUNCTION returns_home_kept_safe(who uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
    SELECT kith_actor_role() IS DISTINCT FROM 'returns'
        OR EXISTS (SELECT 1 FROM people_address a WHERE a.person_id = who AND a.protected)
        OR EXISTS (SELECT 1 FROM access_restriction x WHERE x.person_id = who AND x.during && daterange(kith_today(), NULL))
        OR (who IS NOT NULL AND NOT EXISTS (SELECT 1 FROM people_person p WHERE p.id = who))
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("returns", "0024_days_are_englands"), ("access", "0052_writes_by_role")]
    operations = [
        migrations.RunSQL(KEPT_SAFE, reverse_sql=migrations.RunSQL.noop),
        written_by_role("returns_stagedrow", "returns_difference", "returns_childinreturn"),
        written_by_role("returns_settling", role=f"{EDITS} OR {OFFICER}"),
        Protect(
            Policy(
                "returns_loadedfile",
                read=SOMEBODY,
                as_other="true",
                write="false",
                history=False,
                # Which years of what were loaded decides what the law can say, to families too; what a file was
                # called, and who loaded it, is nobody's.
                extra=(
                    "REVOKE SELECT, INSERT, UPDATE ON returns_loadedfile FROM kith_app",
                    'GRANT SELECT (kind, "table", collection_year, loaded_at) ON returns_loadedfile TO kith_app',
                ),
            )
        ),
    ]
