"""The database goes by the day in England, and nothing in it by the day of the session's time zone."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connections

pytestmark = pytest.mark.database

# Everything whose day would be the session's: the words themselves, and a moment cast to a day as it stands.
SESSIONS_DAY = r"current_date|current_time\M|localtime|\mnow\(\)::date|current_timestamp::date|'today'"


def rows(sql: str, *values: object) -> list[tuple[object, ...]]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(sql, values)
        return cursor.fetchall()


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-07-01 22:59:59+00", date(2026, 7, 1)),
        ("2026-07-01 23:00:00+00", date(2026, 7, 2)),
        ("2026-07-01 23:59:59+00", date(2026, 7, 2)),
        ("2026-12-01 23:59:59+00", date(2026, 12, 1)),
        ("2026-12-02 00:00:00+00", date(2026, 12, 2)),
    ],
)
@pytest.mark.parametrize("zone", ["UTC", "Pacific/Auckland", "America/Los_Angeles"])
def test_the_day_begins_at_midnight_in_england_whatever_the_sessions_zone(
    moment: str, day: date, zone: str
) -> None:
    ((source,),) = rows("SELECT prosrc FROM pg_proc WHERE proname = 'kith_today'")
    assert str(source).count("now()") == 1
    rows("SELECT set_config('TimeZone', %s, false)", zone)
    try:
        assert rows(str(source).replace("now()", f"timestamptz '{moment}'")) == [(day,)]
    finally:
        rows("SELECT set_config('TimeZone', 'UTC', false)")


def test_every_login_may_ask_what_day_it_is() -> None:
    for login in ("kith_app", "kith_worker", "kith_definer", "kith_owner", "kith_audit"):
        assert rows("SELECT has_function_privilege(%s, 'kith_today()', 'EXECUTE')", login) == [(True,)]


def test_no_function_goes_by_the_sessions_day() -> None:
    found = rows(
        "SELECT p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace"
        " AND p.prokind = 'f' AND pg_get_functiondef(p.oid) ~* %s"
        " AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')",
        SESSIONS_DAY,
    )
    assert found == []


def test_no_policy_constraint_default_or_view_goes_by_the_sessions_day() -> None:
    found = rows(
        """
        SELECT polname::text, coalesce(pg_get_expr(polqual, polrelid), '')
               || coalesce(pg_get_expr(polwithcheck, polrelid), '') AS says FROM pg_policy
        UNION ALL SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
        UNION ALL SELECT adrelid::regclass::text, pg_get_expr(adbin, adrelid) FROM pg_attrdef
        UNION ALL SELECT viewname, definition FROM pg_views WHERE schemaname = 'public'
        """
    )
    assert len(found) > 100, "the catalogue was read"
    wrong = rows(
        "SELECT n FROM unnest(%s::text[], %s::text[]) u(n, says) WHERE says ~* %s",
        [name for name, _ in found],
        [says for _, says in found],
        SESSIONS_DAY,
    )
    assert wrong == []
