"""Rows that waited because they overlapped another are tried again, once the rest of the run has loaded.

An episode left open in one year's file holds back all that began after it; a later year's file closes it,
and the rows that waited then fit. Rows that an earlier run left in staging are tried with them. This also
makes a second run of the same files find exactly what the first one left.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kith.returns.load import apply, causes, merge, rivals, stage
from kith.returns.load.shapes import FactTable, quoted
from kith.returns.load.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.db.backends.utils import CursorWrapper

RETRY = 1_000_000
"""Numbers of the sheets made for a second try begin here."""


def retry(cursor: CursorWrapper, fact: FactTable, sheets: Sequence[Sheet]) -> None:
    """Try the waiting rows of one table again, the latest year first."""
    mine = {sheet.number: sheet for sheet in sheets if (sheet.kind, sheet.table) == (fact.kind, fact.table)}
    _gather(cursor, fact, mine)
    cursor.execute("SELECT DISTINCT year FROM again ORDER BY year DESC")
    for at, (year,) in enumerate(cursor.fetchall()):
        sheet = Sheet(RETRY + at, RETRY, "", fact.kind, fact.table, year)
        stage.make(cursor, sheet)
        cursor.execute(
            f"INSERT INTO {sheet.stage} SELECT a.id, {_typed(sheet)} FROM again a,"
            f" jsonb_populate_record(NULL::{sheet.stage}, a.given) r WHERE a.year = %s",
            [year],
        )
        merge.compare(cursor, sheet, fact)
        rivals.hold_rivals(cursor, fact)
        # What is about a fact that the record has by now either agrees with it, or goes on waiting.
        cursor.execute("UPDATE work SET outcome = 'held' WHERE outcome IN ('changed', 'differs')")
        apply.write(cursor, sheet, fact)
        _resolve(cursor, fact, mine)
        cursor.execute(f"DROP TABLE {sheet.stage}")
    cursor.execute("DROP TABLE again")


def _typed(sheet: Sheet) -> str:
    from kith.returns.codes import layout

    return ", ".join(f"r.{quoted(name)}" for name in layout(sheet.kind)[sheet.table].column_names)


def _gather(cursor: CursorWrapper, fact: FactTable, mine: dict[int, Sheet]) -> None:
    cursor.execute("CREATE TEMP TABLE sheet_year (number integer, year text) ON COMMIT DROP")
    cursor.executemany(
        "INSERT INTO sheet_year VALUES (%s, %s)", [(n, sheet.year) for n, sheet in mine.items()]
    )
    cursor.execute(
        "CREATE TEMP TABLE again ON COMMIT DROP AS SELECT row_number() OVER () AS id, x.* FROM ("
        " SELECT t.sheet, t.row, NULL::uuid AS staged, t.given, y.year FROM told t JOIN sheet_year y"
        " ON y.number = t.sheet WHERE t.clash"
        " UNION ALL SELECT NULL, NULL, r.id, r.values, f.collection_year FROM returns_stagedrow r"
        " JOIN returns_loadedfile f ON f.id = r.loaded_file_id"
        " WHERE r.kind = %s AND r.\"table\" = %s AND r.settled_at IS NULL AND r.outcome = 'held'"
        f" AND r.reason LIKE '%%{causes.OVERLAPS}%%' AND r.person_id IN (SELECT person FROM kin)) x",
        [fact.kind, fact.table],
    )
    cursor.execute("DROP TABLE sheet_year")


def _resolve(cursor: CursorWrapper, fact: FactTable, mine: dict[int, Sheet]) -> None:
    """Rows that loaded, or that the record agrees with by now, wait no longer."""
    settled = (
        f"again a, work w JOIN {fact.target} f ON f.id = w.fact"
        " WHERE w.row = a.id AND w.outcome IN ('new', 'unchanged')"
    )
    cursor.execute(
        f"WITH gone AS (DELETE FROM told t USING {settled} AND t.sheet = a.sheet AND t.row = a.row"
        " RETURNING t.sheet, w.outcome) SELECT sheet, outcome, count(*) FROM gone GROUP BY sheet, outcome"
    )
    for number, outcome, rows in cursor.fetchall():
        mine[number].counts["held"] -= rows
        mine[number].counts[outcome] += rows
    cursor.execute(
        "UPDATE returns_stagedrow r SET settled_at = now(), settled_by = kith_actor(), settlement = 'loaded'"
        f" FROM {settled} AND r.id = a.staged"
    )
