"""Rows that did not reach the record: gathered while loading, kept in staging at the end.

`told` is a temporary table of this run's held and refused rows. `clash` marks those that may settle once
another row has closed what they overlap.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING

from kith.returns.load.people import child_column
from kith.returns.load.shapes import quoted

if TYPE_CHECKING:
    import pyarrow as pa
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet
    from kith.returns.reading.shapes import Refusal

_TABLE = """
CREATE TEMP TABLE told (sheet integer, row bigint, person uuid, outcome text, field text, reason text,
       child text,
                        given jsonb, clash boolean NOT NULL DEFAULT false, digest text) ON COMMIT DROP
"""
_COPY = "COPY told (sheet, row, outcome, field, reason, child, given) FROM STDIN"


def prepare(cursor: CursorWrapper) -> None:
    """Make the empty `told`, and `placed` for rows that others belong to."""
    cursor.execute(_TABLE)
    cursor.execute("CREATE TEMP TABLE placed (source integer, of text, row bigint, fact uuid) ON COMMIT DROP")
    cursor.execute("CREATE INDEX ON placed (source, of, row)")


def refused(cursor: CursorWrapper, sheet: Sheet, refusals: Iterable[Refusal], raw: pa.Table | None) -> None:
    """Keep the refusals of one batch with their rows as the file gave them."""
    listed = list(refusals)
    if not listed:
        return
    given = _rows(raw, {refusal.row for refusal in listed if refusal.row is not None})
    child = child_column(sheet)
    with cursor.copy(_COPY) as copy:
        for refusal in listed:
            values = given.get(refusal.row or 0, {})
            copy.write_row(
                (
                    sheet.number,
                    refusal.row,
                    "refused",
                    refusal.field or "",
                    _kept(refusal.reason)[:600],
                    (values.get(child) or "")[:60],
                    json.dumps(values),
                )
            )
            sheet.counts["refused"] += refusal.row is not None


def _rows(raw: pa.Table | None, numbers: set[int]) -> dict[int, dict[str, str]]:
    if raw is None or not numbers:
        return {}
    import pyarrow as pa
    import pyarrow.compute as pc

    wanted = raw.filter(pc.is_in(raw["row"], pa.array(sorted(numbers), pa.int64())))
    return {
        row.pop("row"): {name: _kept(value)[:500] for name, value in row.items() if value is not None}
        for row in wanted.to_pylist()
    }


def _kept(text: str) -> str:
    """Text without the one character that PostgreSQL cannot keep."""
    return text.replace("\0", "")


def gather(cursor: CursorWrapper, sheet: Sheet) -> None:
    """Move the held and refused rows of `work` into `told`."""
    child = quoted(child_column(sheet))
    cursor.execute(
        "INSERT INTO told (sheet, row, person, outcome, field, reason, child, given, clash)"
        f" SELECT %s, w.row, w.person, w.outcome, w.field, w.reason, left(s.{child}, 60),"
        " jsonb_strip_nulls(to_jsonb(s)) - 'row', w.clash"
        f" FROM work w JOIN {sheet.stage} s ON s.row = w.row WHERE w.outcome IN ('held', 'refused')",
        [sheet.number],
    )
