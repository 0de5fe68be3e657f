"""What a load did, in the shape of the contract."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, TypedDict
from uuid import UUID

from kith.returns.load.causes import kind_of
from kith.returns.load.listing import Listing
from kith.returns.load.shapes import literal

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.reading_in import Taken


class Report(TypedDict):
    """`files`: one entry a table of a file; read = new + changed + unchanged + held + refused."""

    run: str
    files: list[dict[str, Any]]
    held: Listing
    held_because: dict[str, int]
    refused: Listing
    notices: list[dict[str, Any]]


def report(cursor: CursorWrapper, run: UUID, taken: Taken) -> Report:
    """The report of a run, files in the order they were read."""
    refused = Listing(
        {"file": refusal.file, "row": None, "field": refusal.field, "reason": refusal.reason}
        for refusal in taken.whole
    )
    held, because = Listing(), Counter[str]()
    return {
        "run": str(run),
        "files": [sheet.as_json() for sheet in taken.sheets],
        "held": _listed(cursor, taken, "held", held, because),
        "held_because": dict(because.most_common()),
        "refused": _listed(cursor, taken, "refused", refused, Counter()),
        "notices": [
            {"file": n.file, "row": n.row, "field": n.field, "message": n.message, "count": n.count}
            for n in taken.notices
        ],
    }


def _listed(
    cursor: CursorWrapper, taken: Taken, outcome: str, into: Listing, because: Counter[str]
) -> Listing:
    """Adds every such row of the run, streamed: ten million faulty rows take no more memory than ten."""
    files = {sheet.number: sheet.file for sheet in taken.sheets}
    with cursor.copy(
        "COPY (SELECT sheet, row, nullif(field, ''), reason FROM told"
        f" WHERE outcome = {literal(outcome)} ORDER BY sheet, row) TO STDOUT"
    ) as rows:
        rows.set_types(["int4", "int8", "text", "text"])
        for sheet, row, field, reason in rows.rows():
            because[kind_of(reason)] += 1
            into.add({"file": files[sheet], "row": row, "field": field, "reason": reason})
    into.flush()
    return into
