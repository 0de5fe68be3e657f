"""Find's index is brought up to date once, at the end: not after each statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

ONE_BY_ONE = 2_000
"""Above so many people the whole index is made afresh: each one indexed alone takes a lock until the end."""


def prepare(cursor: CursorWrapper) -> None:
    """Put off the triggers that index people, and make the empty `reindex`: whose cards will change."""
    cursor.execute("SELECT set_config('kith.bulk', 'on', true)")
    cursor.execute("CREATE TEMP TABLE reindex (person uuid) ON COMMIT DROP")


def mark(cursor: CursorWrapper, rows: str) -> None:
    """Remember people whose names, births or numbers changed; `rows` is SQL of ours that gives `person`."""
    cursor.execute(f"INSERT INTO reindex SELECT person FROM {rows}")


def refresh(cursor: CursorWrapper) -> None:
    """Index those people, as the triggers would have done."""
    cursor.execute("SELECT set_config('kith.bulk', '', true)")
    cursor.execute("SET LOCAL default_statistics_target TO DEFAULT")  # what is gathered here stays
    cursor.execute("SELECT count(DISTINCT person) FROM reindex")
    if cursor.fetchone()[0] > ONE_BY_ONE:
        cursor.execute("SELECT people_reindex_all()")
    else:
        cursor.execute("SELECT people_reindex(array_agg(DISTINCT person)) FROM reindex HAVING count(*) > 0")
