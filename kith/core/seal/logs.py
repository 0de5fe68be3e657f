"""The tables that are sealed, and the one way in which PostgreSQL renders a row of theirs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from psycopg import sql

# A digest must come out the same in any session: these settings are the transaction's own.
RENDERING = """
SELECT set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
       set_config('IntervalStyle', 'iso_8601', true), set_config('extra_float_digits', '1', true),
       set_config('bytea_output', 'hex', true)
"""
_LOGS = 'SELECT name, key, claimed FROM core_logs() ORDER BY name COLLATE "C"'
_COLUMNS = """
SELECT attname FROM pg_attribute
 WHERE attrelid = to_regclass(quote_ident(%s)) AND attnum > 0 AND NOT attisdropped
 ORDER BY attname COLLATE "C"
"""


@dataclass(frozen=True)
class Log:
    """One sealed table: its primary key, the column that says when a row was written, and all its columns."""

    table: str
    key: str
    claimed: str
    columns: tuple[str, ...]

    @property
    def marked(self) -> bool:
        """Whether its rows say which transaction wrote them (see the function core_mark_logs)."""
        return "written_xid" in self.columns


def all_logs(cursor: Any) -> list[Log]:
    """Every log that the database has, by name."""
    cursor.execute(_LOGS)
    found = cursor.fetchall()
    logs = []
    for table, key, claimed in found:
        cursor.execute(_COLUMNS, [table])
        logs.append(Log(table, key, claimed, tuple(name for (name,) in cursor.fetchall())))
    return logs


def rendered(log: Log, columns: Sequence[str]) -> sql.Composed:
    """SQL of a subquery with `key` and `whole`, the row as JSON of these columns in PostgreSQL's order.

    The columns are those that a link names, so a column added later changes no digest.
    """
    return sql.SQL(
        "(SELECT t.{key} AS key, to_jsonb(t)::text AS whole FROM (SELECT {columns} FROM {table}) t)"
    ).format(
        key=sql.Identifier(log.key),
        columns=sql.SQL(", ").join(sql.Identifier(name) for name in columns),
        table=sql.Identifier(log.table),
    )
