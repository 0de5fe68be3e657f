"""Functions of the database made over again, so that they go by the day in England (core migration 0031)."""

from __future__ import annotations

from django.db.migrations.operations.special import RunSQL

# A restriction bars until it is over: one that begins tomorrow bars today, for nothing works grants out at midnight.
NOT_OVER = "during && daterange(kith_today(), NULL)"


def by_todays_day(*functions: str, limit: str = "") -> RunSQL:
    """Migration operation: `functions` (each as `name(types)`) with kith_today() where they say current_date.

    `limit` is what they call the range of a restriction: `x.during`. Owner, rights and settings stay.
    Fails on a function that is not there.
    """
    names = ", ".join(f"'{each}'" for each in functions)
    bars = (
        f"""said := replace(said, '{limit} @> current_date', '{limit.removesuffix("during")}{NOT_OVER}');"""
    )
    return RunSQL(
        f"""
DO $do$
DECLARE f regprocedure; said text;
BEGIN
    FOREACH f IN ARRAY ARRAY[{names}]::regprocedure[] LOOP
        said := pg_get_functiondef(f);
        {bars if limit else ""}
        EXECUTE replace(said, 'current_date', 'kith_today()');
    END LOOP;
END $do$;
""",
        reverse_sql=RunSQL.noop,
    )
