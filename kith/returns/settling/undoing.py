"""Putting back what a decision changed, out of history."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import connection
from django.db.backends.utils import CursorWrapper

from kith.returns.load import same_home
from kith.returns.load.shapes import Beside, FactTable, quoted
from kith.returns.load.tables import ALL
from kith.returns.settling.actions import CannotSettleError

if TYPE_CHECKING:
    from kith.returns.models import Settling

CHANGED_SINCE = "What it put into the record has been changed since. Correct it on the person's page instead."


def put_back(settling: Settling) -> None:
    """The record says again what it said before. Raises CannotSettleError where it has moved on since."""
    with connection.cursor() as cursor:
        for table, gone in settling.put_in.items():
            _untouched(cursor, settling, table, gone)
            for fact in _facts(table):
                if fact.beside:
                    cursor.execute(
                        f"DELETE FROM {fact.beside.target} WHERE {fact.beside.column} = ANY (%s::uuid[])",
                        [gone],
                    )
            cursor.execute(f"DELETE FROM {table} WHERE id = ANY (%s::uuid[])", [gone])
        # What was beside a fact went out before it, so it comes back after it.
        for table in reversed(list(settling.taken_out)):
            _restore(cursor, settling, table, settling.taken_out[table])
        for table, changed in settling.corrected.items():
            _untouched(cursor, settling, table, changed)
            _revert(cursor, settling, table, changed)
            for fact in _facts(table):
                if fact.beside:
                    _revert_beside(cursor, settling, fact.beside, changed)
        if settling.person_id and same_home.TARGET in {
            **settling.put_in,
            **settling.taken_out,
            **settling.corrected,
        }:
            same_home.afresh(cursor, settling.person_id)


def _facts(table: str) -> list[FactTable]:
    return [fact for fact in ALL if fact.target == table][:1]


def _untouched(cursor: CursorWrapper, settling: Settling, table: str, facts: list[str]) -> None:
    """Nobody has changed these since, but for what the loader works out by itself."""
    cursor.execute(
        f"SELECT count(*) FROM {table} t WHERE id = ANY (%s::uuid[]) AND NOT EXISTS (SELECT 1 FROM {table}event e"
        " WHERE e.pgh_obj_id = t.id AND e.pgh_created_at > %s)",
        [facts, settling.carried_out_at],
    )
    if cursor.fetchone()[0] != len(facts):
        raise CannotSettleError(CHANGED_SINCE)


def _columns(cursor: CursorWrapper, table: str) -> list[str]:
    cursor.execute(
        "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped"
        " AND attgenerated = '' ORDER BY attnum",
        [table],
    )
    return [quoted(name) for (name,) in cursor.fetchall()]


_VERSION = (
    "(SELECT DISTINCT ON (e.pgh_obj_id) e.* FROM {table}event e WHERE e.pgh_obj_id = ANY (%s::uuid[])"
    " AND e.pgh_created_at = %s AND e.pgh_label = %s ORDER BY e.pgh_obj_id, e.pgh_id)"
)


def _restore(cursor: CursorWrapper, settling: Settling, table: str, facts: list[str]) -> None:
    columns = ", ".join(_columns(cursor, table))
    cursor.execute(
        f"INSERT INTO {table} ({columns}) SELECT {columns} FROM {_VERSION.format(table=table)} v",
        [facts, settling.carried_out_at, "removed"],
    )
    if cursor.rowcount != len(facts):
        raise CannotSettleError(CHANGED_SINCE)


def _revert(cursor: CursorWrapper, settling: Settling, table: str, facts: list[str]) -> None:
    changes = ", ".join(f"{name} = v.{name}" for name in _columns(cursor, table) if name != '"id"')
    cursor.execute(
        f"UPDATE {table} t SET {changes} FROM {_VERSION.format(table=table)} v WHERE t.id = v.pgh_obj_id",
        [facts, settling.carried_out_at, "changed"],
    )


def _revert_beside(cursor: CursorWrapper, settling: Settling, beside: Beside, facts: list[str]) -> None:
    mine = f"{beside.column} = ANY (%s::uuid[])"
    cursor.execute(
        f"DELETE FROM {beside.target} WHERE {mine} AND recorded_at = %s", [facts, settling.carried_out_at]
    )
    cursor.execute(f"SELECT id::text FROM {beside.target} WHERE {mine}", [facts])
    places = [each for (each,) in cursor.fetchall()]
    _untouched(cursor, settling, beside.target, places)
    _revert(cursor, settling, beside.target, places)
