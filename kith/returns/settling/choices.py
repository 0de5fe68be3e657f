"""What can be chosen about a row that waits."""

from __future__ import annotations

from kith.returns.load.causes import OVERLAPS, TWIN, WRITTEN
from kith.returns.models import Choice, StagedRow
from kith.returns.models.staged_row import StagedOutcome


def choices_for(row: StagedRow) -> tuple[Choice, ...]:
    """The record's side is always one; the file's is another where the row can be read and be true."""
    if row.outcome == StagedOutcome.REFUSED or row.person_id is None:
        return (Choice.RECORD,)
    if OVERLAPS in row.reason:
        both = (Choice.BOTH,) if row.table == "Episodes" else ()
        return (Choice.RECORD, Choice.FILE, *both)
    if WRITTEN in row.reason or TWIN in row.reason:
        return (Choice.RECORD, Choice.FILE)
    return (Choice.RECORD,)
