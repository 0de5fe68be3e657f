"""The first load of a record, when it is large: indexes and keys are made once, after the rows.

Nobody can be at work in a record that has not begun, so its tables may be locked for that time; a row added to
an index one by one costs several times what it costs when the index is made at the end. What the database
refuses it refuses all the same, only later: before the load ends every key, check and exclusion is laid on again
and checked against every row, and a transaction that forgot it cannot commit (`0020_first_load`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

LARGE = 20_000
"""Rows from which it is worth the trouble."""


@contextmanager
def laid_aside(cursor: CursorWrapper, rows: int) -> Iterator[bool]:
    """For the time of the block, if so many `rows` are the first of this record; yields whether it was done."""
    aside = False
    if rows >= LARGE:
        cursor.execute("SELECT returns_lay_aside()")
        aside = bool(cursor.fetchone()[0])
    yield aside
    if aside:
        cursor.execute("SELECT returns_lay_on()")
