"""What was said of the due dates of a person, as staff read it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.law.models import DutyNote
from kith.law.reasoning import Step, plain

HOW = {
    "late": "Why it is late",
    "extended": "More time",
    "excused": "Not needed",
    "paused": "The clock stood still",
}


@dataclass(frozen=True, slots=True)
class NoteView:
    """One note: of which duty and start, what kind, why, its days, who wrote it when."""

    id: UUID
    duty: str
    starts: date
    how: str
    why: str
    on: date
    until: date | None
    by: str
    written: date


def notes_of(persons: Sequence[UUID]) -> list[NoteView]:
    """All that stands, oldest first. One statement."""
    rows = DutyNote.objects.filter(person_id__in=persons, taken_back_on__isnull=True).order_by("recorded_at")
    return [
        NoteView(
            row.id, row.duty, row.starts_on, row.how, row.why, row.on_day, row.until,
            row.written_by_name, row.recorded_at.date(),
        )
        for row in rows
    ]  # fmt: skip


def as_steps(notes: Sequence[NoteView], duty: str, starts: date) -> tuple[Step, ...]:
    """The steps of the explanation that say what was said of one due date, by whom and when."""
    return tuple(
        Step("said", f"{HOW[each.how]}: {each.why} ({each.by or 'written'}, {plain(each.written)})")
        for each in notes
        if each.duty == duty and each.starts == starts
    )
