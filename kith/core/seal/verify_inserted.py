"""Rows that were slipped in: older, by what they say, than the last seal, and in no link."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from psycopg import sql

from kith.core.seal.findings import Finding, Report
from kith.core.seal.logs import Log

# A row says two things: which transaction wrote it, and when. Either may be forged, but not both at once:
# an old transaction should be in a link; a new one cannot tell of a time that an earlier link has closed.
_SLIPPED_IN = sql.SQL("""
SELECT t.{key} FROM {table} t
 WHERE pg_visible_in_snapshot(t.written_xid, %s::pg_snapshot)
   AND NOT EXISTS (SELECT FROM core_sealedrow s WHERE s."table" = %s AND s.row = t.{key})
 ORDER BY 1
""")
_FROM_THE_FUTURE = sql.SQL("""
SELECT t.{key} FROM {table} t WHERE t.written_xid >= pg_snapshot_xmax(pg_current_snapshot())
   AND NOT EXISTS (SELECT FROM core_sealedrow s WHERE s."table" = %s AND s.row = t.{key})
 ORDER BY 1
""")
_SEALED_BACKDATED = sql.SQL("""
SELECT t.{key} FROM {table} t
  JOIN core_sealedrow s ON s."table" = %s AND s.row = t.{key}
  JOIN core_sealbatch before ON before.number = s.batch - 1
 WHERE t.{claimed} < before.sealed_at - interval '1 minute' AND {begun} >= before.sealed_at
   AND t.written_xid >= pg_snapshot_xmax(before.snapshot::pg_snapshot)
 ORDER BY 1
""")
_WAITING_BACKDATED = sql.SQL("""
SELECT t.{key} FROM {table} t
  JOIN (SELECT * FROM core_sealbatch ORDER BY number DESC LIMIT 1) before ON true
 WHERE t.{claimed} < before.sealed_at - interval '1 minute' AND {begun} >= before.sealed_at
   AND t.written_xid >= pg_snapshot_xmax(before.snapshot::pg_snapshot)
   AND NOT EXISTS (SELECT FROM core_sealedrow s WHERE s."table" = %s AND s.row = t.{key})
 ORDER BY 1
""")
_WAITING = sql.SQL("""
SELECT count(*) FROM {table} t WHERE {unsealed}
   AND NOT EXISTS (SELECT FROM core_sealedrow s WHERE s."table" = %s AND s.row = t.{key})
""")
ASKED = (
    (_FROM_THE_FUTURE, "the row was inserted by hand: its transaction has not happened yet"),
    (_SEALED_BACKDATED, "the row was inserted later than it says: its time was already sealed"),
    (_WAITING_BACKDATED, "the row was inserted later than it says: its time was already sealed"),
)


def inserted_findings(
    connection: Any, logs: Mapping[str, Log], last_snapshot: str | None, report: Report
) -> Iterator[Finding]:
    """Every row that was not written when it says, and logs that nobody seals; counts rows that wait."""
    for log in logs.values():
        if not log.marked:
            yield Finding(
                "this log is not sealed: run `kith up`, which brings the database up to date", log.table
            )
            continue
        if last_snapshot is not None:
            yield from _rows(
                connection,
                log,
                _SLIPPED_IN,
                [last_snapshot, log.table],
                "the row was inserted by hand: it is older than the last seal and in no link",
            )
        for statement, wrong in ASKED:
            yield from _rows(connection, log, statement, [log.table], wrong)
        report.waiting += _waiting(connection, log, last_snapshot)


def _rows(connection: Any, log: Log, statement: sql.SQL, told: list[str], wrong: str) -> Iterator[Finding]:
    with connection.chunked_cursor() as cursor:
        cursor.execute(statement.format(**_names(log)), told)
        for (row,) in cursor:
            yield Finding(wrong, table=log.table, row=row)


def _waiting(connection: Any, log: Log, last_snapshot: str | None) -> int:
    unsealed = sql.SQL("NOT pg_visible_in_snapshot(t.written_xid, {})").format(sql.Literal(last_snapshot))
    statement = _WAITING.format(unsealed=unsealed if last_snapshot else sql.SQL("true"), **_names(log))
    with connection.cursor() as cursor:
        cursor.execute(statement, [log.table])
        return int(cursor.fetchone()[0])


def _names(log: Log) -> dict[str, sql.Composable]:
    # The audit and the view log take the time of the row itself; history that of its transaction's beginning.
    begun = sql.SQL("t.written_at") if log.key == "pgh_id" else sql.SQL("'infinity'::timestamptz")
    return {
        "table": sql.Identifier(log.table),
        "key": sql.Identifier(log.key),
        "claimed": sql.Identifier(log.claimed),
        "begun": begun,
    }
