"""Every table of the store is under row level security, and the public's door reads nothing that anybody asked."""

from __future__ import annotations

import pytest
from django.db import connection, connections

from kith.advice.roles import DOOR
from kith.core.acting import acting

pytestmark = pytest.mark.database
# What holds nobody's facts, or is reached through functions alone.
OPEN = {
    "core_cache", "core_actionname", "core_sealbatch", "core_sealedrow", "core_destruction", "core_wrappedkey",
    "advice_try",
}  # fmt: skip
# What anybody may read: when we are open.
PUBLIC = {"advice_hours", "advice_specialday", "core_sentform"}


def tables() -> dict[str, tuple[bool, bool]]:
    with connections["owner"].cursor() as cursor:
        cursor.execute(
            "SELECT relname, relrowsecurity, relforcerowsecurity FROM pg_class"
            " WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname ~ '^(advice|core)_'"
        )
        return {name: (on, forced) for name, on, forced in cursor.fetchall()}


def test_every_table_is_under_forced_row_level_security() -> None:
    found = tables()
    assert len(found) > 10
    bare = {name for name, (on, _forced) in found.items() if not on} - OPEN
    assert bare == set()
    unforced = {name for name, (on, forced) in found.items() if on and not forced}
    assert unforced - {"core_auditentry", "advice_look"} == set(), (
        "the owner writes these through functions alone"
    )


def test_the_door_reads_no_table_but_the_public_ones() -> None:
    for name in sorted(tables().keys() - PUBLIC):
        with acting(DOOR, read_only=True), connection.cursor() as cursor:
            cursor.execute("SELECT has_table_privilege('advice_app', %s, 'SELECT')", [name])
            if not cursor.fetchone()[0] or name in OPEN:
                continue
            cursor.execute(f'SELECT count(*) FROM "{name}"')
            assert cursor.fetchone()[0] == 0, name
