"""What waits in staging at the end of a run: the same row again is the same staged row."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING
from uuid import UUID

from kith.returns.load.tables import facts_of

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet


def record_files(
    cursor: CursorWrapper, run: UUID, sheets: Iterable[Sheet], ids: dict[int, UUID], *, final: bool
) -> None:
    """Write the run's files; first to have them, at the end with what became of their rows."""
    for sheet in sheets:
        if not final:
            cursor.execute(
                'INSERT INTO returns_loadedfile (id, run, name, kind, "table", collection_year, digest,'
                " rows_read,"
                " rows_new, rows_changed, rows_unchanged, rows_held, rows_refused, loaded_at, loaded_by)"
                " VALUES (%s, %s, %s, %s, %s, %s, %s, %s, 0, 0, 0, 0, 0, now(), kith_actor())",
                [
                    ids[sheet.number],
                    run,
                    sheet.file[:400],
                    sheet.kind,
                    sheet.table,
                    sheet.year,
                    sheet.digest,
                    sheet.rows,
                ],
            )
            continue
        cursor.execute(
            "UPDATE returns_loadedfile SET rows_new = %s, rows_changed = %s, rows_unchanged = %s,"
            " rows_held = %s,"
            " rows_refused = %s WHERE id = %s",
            [
                *(sheet.counts[name] for name in ("new", "changed", "unchanged", "held", "refused")),
                ids[sheet.number],
            ],
        )


def _told_of(sheet: Sheet) -> str | None:
    """The year, where the same words in another year's file tell of another thing: tables with one row a year."""
    return sheet.year if any(fact.yearly for fact in facts_of(sheet.kind, sheet.table)) else None


def keep(cursor: CursorWrapper, sheets: Iterable[Sheet], ids: dict[int, UUID]) -> None:
    """Put `told` into staging. A row that a worker has settled there counts as unchanged."""
    cursor.execute(
        "CREATE TEMP TABLE sheet (number integer PRIMARY KEY, id uuid, file text, kind text, name text,"
        " year text) ON COMMIT DROP"
    )
    listed = list(sheets)
    cursor.executemany(
        "INSERT INTO sheet VALUES (%s, %s, %s, %s, %s, %s)",
        [(s.number, ids[s.number], s.file[:400], s.kind, s.table, _told_of(s)) for s in listed],
    )
    cursor.execute(
        "UPDATE told t SET digest = encode(sha256(convert_to(concat_ws('|', f.kind, f.name, t.given::text,"
        " CASE WHEN t.given = '{}' THEN f.file || coalesce(t.row::text, t.reason) END, f.year), 'UTF8')), 'hex'),"
        " person = coalesce(t.person, (SELECT k.person FROM kin k WHERE k.child = t.child))"
        " FROM sheet f WHERE f.number = t.sheet"
    )
    cursor.execute(
        "WITH gone AS (DELETE FROM told t USING returns_stagedrow r WHERE r.digest = t.digest"
        " AND r.settlement IN ('rejected', 'recorded') RETURNING t.sheet, t.outcome)"
        " SELECT sheet, outcome, count(*) FROM gone GROUP BY sheet, outcome"
    )
    by_number = {s.number: s for s in listed}
    for number, outcome, rows in cursor.fetchall():
        by_number[number].counts[outcome] -= rows
        by_number[number].counts["unchanged"] += rows
    cursor.execute("""
INSERT INTO returns_stagedrow (id, recorded_at, recorded_by, source, person_id, loaded_file_id, file,
       kind, "table",
                               row, child, "values", digest, outcome, field, reason, settlement)
SELECT DISTINCT ON (t.digest) gen_random_uuid(), now(), kith_actor(), f.kind, t.person, f.id, f.file,
       f.kind, f.name,
       t.row, coalesce(t.child, ''), t.given, t.digest, t.outcome, coalesce(t.field, ''), t.reason, ''
  FROM told t JOIN sheet f ON f.number = t.sheet ORDER BY t.digest, t.sheet, t.row
ON CONFLICT (digest) DO UPDATE SET settled_at = NULL, settled_by = NULL, settlement = '', reason =
       excluded.reason,
       loaded_file_id = excluded.loaded_file_id, file = excluded.file, row = excluded.row
 WHERE returns_stagedrow.settlement = 'loaded'""")
