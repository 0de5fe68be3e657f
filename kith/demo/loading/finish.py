"""What comes after the rows: grants, the cards that Find reads, nights of brothers and sisters, statistics."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.demo.loading.layouts import LAYOUTS

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

PEOPLE_A_SLICE = 4_000
ANALYZED = [*LAYOUTS, "access_grant"]
FIRST = "00000000-0000-0000-0000-000000000000"
_SLICE = "SELECT array_agg(id) FROM (SELECT id FROM people_person WHERE id > %s::uuid ORDER BY id LIMIT %s) s"


def grant_slice(cursor: CursorWrapper, after: str) -> tuple[str, int]:
    """Work out the grants of the next few thousand people. Returns the last and how many."""
    cursor.execute(_SLICE, [after, PEOPLE_A_SLICE])
    people = cursor.fetchone()[0]
    if not people:
        return after, 0
    cursor.execute("SELECT access_regrant(%s::uuid[])", [people])
    return str(people[-1]), len(people)


def index_people(cursor: CursorWrapper) -> None:
    """Make the cards that Find reads, which a bulk load skips."""
    cursor.execute("SELECT people_reindex_all()")


def share_nights(cursor: CursorWrapper) -> None:
    """Who shares a home with a brother or sister on which nights, which a bulk load skips."""
    cursor.execute("SELECT bonds_work_out_all()")


def analyze(cursor: CursorWrapper) -> None:
    """Count afresh for the planner where this login may (MAINTAIN came with PostgreSQL 17)."""
    cursor.execute("SHOW server_version_num")
    if int(cursor.fetchone()[0]) < 170000:
        return
    cursor.execute("SELECT t FROM unnest(%s::text[]) t WHERE has_table_privilege(t, 'MAINTAIN')", [ANALYZED])
    for (table,) in cursor.fetchall():
        cursor.execute(f"ANALYZE {table}")
