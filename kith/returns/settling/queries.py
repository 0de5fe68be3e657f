"""What the pages about waiting rows say. Postcodes and the home's number are never among it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet

from kith.access.models import Account
from kith.returns.models import Choice, Settling, StagedRow, Standing
from kith.returns.settling.choices import choices_for
from kith.returns.settling.words import WITHHELD, in_words

PAGE = 50


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """One row: where it stands in its file, why it waits, what it says, and what can be chosen."""

    id: UUID
    child: str
    file: str
    row: int | None
    table: str
    field: str
    reason: str
    refused: bool
    says: tuple[tuple[str, str], ...]
    withheld: bool
    choices: tuple[Choice, ...]
    standing: str
    said: str
    settling: UUID | None
    chosen: str
    by: str
    at: datetime | None


def waiting_rows(page: int, persons: Sequence[UUID] | None = None) -> tuple[list[WaitingRow], bool]:
    """Rows that wait, of everybody or of one person, in order of file; and whether there are more."""
    found = StagedRow.objects.filter(settled_at=None)
    if persons is not None:
        found = found.filter(person_id__in=persons)
    start = (page - 1) * PAGE
    rows = list(found.order_by("-recorded_at", "file", "row", "id")[start : start + PAGE + 1])
    return _lines(rows[:PAGE]), len(rows) > PAGE


def settled_rows(persons: Sequence[UUID] | None = None) -> list[WaitingRow]:
    """Rows last settled by somebody, the latest first: each can be undone."""
    done = Settling.objects.filter(standing__in=[Standing.DONE, Standing.UNDOING])
    if persons is not None:
        done = done.filter(person_id__in=persons)
    ids = list(done.order_by("-carried_out_at").values_list("staged_row_id", flat=True)[:PAGE])
    rows = StagedRow.objects.in_bulk(ids)
    return _lines([rows[each] for each in ids if each in rows])


def one_row(row: UUID, persons: Sequence[UUID] | None = None) -> WaitingRow | None:
    """One row, waiting or settled; None where it is not there, or about somebody else."""
    found: QuerySet[StagedRow] = StagedRow.objects.filter(id=row)
    if persons is not None:
        found = found.filter(person_id__in=persons)
    lines = _lines(list(found))
    return lines[0] if lines else None


def _lines(rows: Sequence[StagedRow]) -> list[WaitingRow]:
    decided: dict[UUID, Settling] = {}
    for each in Settling.objects.filter(staged_row__in=rows).order_by("recorded_at"):
        decided[each.staged_row_id] = each
    names = dict(
        Account.objects.filter(id__in={each.recorded_by for each in decided.values()}).values_list(
            "id", "display_name"
        )
    )
    return [_line(row, decided.get(row.id), names) for row in rows]


def _line(row: StagedRow, last: Settling | None, names: dict[UUID, str]) -> WaitingRow:
    return WaitingRow(
        id=row.id,
        child=row.child,
        file=row.file,
        row=row.row,
        table=row.table,
        field=row.field,
        reason=row.reason,
        refused=row.outcome == "refused",
        says=tuple(in_words(row.kind, row.table, row.values)),
        withheld=any(row.values.get(name) for name in WITHHELD),
        choices=choices_for(row),
        standing=last.standing if last else "",
        said=last.said if last else "",
        settling=last.id if last else None,
        chosen=Choice(last.choice).label if last else "",
        by=names.get(last.recorded_by, "") if last and last.recorded_by else "",
        at=last.carried_out_at if last else None,
    )
