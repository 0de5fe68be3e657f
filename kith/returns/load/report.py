"""What a load did, in the shape of the contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict
from uuid import UUID

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.reading_in import Taken

LISTED = 100_000
"""Rows listed of each sort; all of them are in staging."""


class Listed(TypedDict):
    """One row that did not reach the record. `row` is None when the whole file did not."""

    file: str
    row: int | None
    field: str | None
    reason: str


class Report(TypedDict):
    """`files`: one entry a table of a file; read = new + changed + unchanged + held + refused."""

    run: str
    files: list[dict[str, Any]]
    held: list[Listed]
    refused: list[Listed]
    notices: list[dict[str, Any]]


def report(cursor: CursorWrapper, run: UUID, taken: Taken) -> Report:
    """The report of a run, files in the order they were read."""
    whole: list[Listed] = [
        {"file": refusal.file, "row": None, "field": refusal.field, "reason": refusal.reason}
        for refusal in taken.whole
    ]
    return {
        "run": str(run),
        "files": [sheet.as_json() for sheet in taken.sheets],
        "held": _listed(cursor, taken, "held"),
        "refused": whole + _listed(cursor, taken, "refused"),
        "notices": [
            {"file": n.file, "row": n.row, "field": n.field, "message": n.message, "count": n.count}
            for n in taken.notices
        ],
    }


def _listed(cursor: CursorWrapper, taken: Taken, outcome: str) -> list[Listed]:
    files = {sheet.number: sheet.file for sheet in taken.sheets}
    cursor.execute(
        "SELECT sheet, row, nullif(field, ''), reason FROM told WHERE outcome = %s ORDER BY sheet, row"
        " LIMIT %s",
        [outcome, LISTED],
    )
    return [
        {"file": files[sheet], "row": row, "field": field, "reason": reason}
        for sheet, row, field, reason in cursor.fetchall()
    ]
