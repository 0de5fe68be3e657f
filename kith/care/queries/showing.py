"""For a worker who is about to show something: what it says to its reader, who may be its reader, and who is already."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db import connection

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.care.models import (
    Agreement,
    Ask,
    CarePlanPart,
    HealthCheck,
    NotDelegated,
    PlacementPlan,
    ReviewPlanned,
    Stay,
)
from kith.care.models.asking import CARER_DECIDES, Matter
from kith.design.dates import plain_date

MATTERS = {code: str(label) for code, label in Matter.choices}


def _home(row: Stay) -> tuple[str, list[str]]:
    return "What the carer decides", [
        "They decide these, but for what is shown to them apart:",
        "; ".join(MATTERS[each] for each in CARER_DECIDES),
    ]


def _plan(row: PlacementPlan) -> tuple[str, list[str]]:
    return "The plan for this home", [row.days, row.school, row.health, row.family_time]


def _exception(row: NotDelegated) -> tuple[str, list[str]]:
    return f"Not the carer’s to decide: {MATTERS[row.matter]}", [row.reason]


def _ask(row: Ask) -> tuple[str, list[str]]:
    answer = f"{row.get_answer_display()}. {row.reason}" if row.answer else ""
    return f"What they asked for: {MATTERS[row.matter]}", [
        f"Answer by {plain_date(row.answer_by)}. The child’s own words are not shown.",
        answer,
    ]


def _review(row: ReviewPlanned) -> tuple[str, list[str]]:
    if row.held_on is None:
        return "A review to come", [f"It is on {plain_date(row.planned_for)}."]
    return f"The review of {plain_date(row.held_on)}", [
        row.for_family or "The day alone: no words to families are written."
    ]


def _health(row: HealthCheck) -> tuple[str, list[str]]:
    return "A health check", [f"{plain_date(row.on)}: {row.get_kind_display()}.", row.words]


def _part(row: CarePlanPart) -> tuple[str, list[str]]:
    return f"The care plan: {row.get_part_display()}", [row.words]


def _agreement(row: Agreement) -> tuple[str, list[str]]:
    return f"What {row.name} said", [
        f"{'Yes' if row.agrees else 'No'}, on {plain_date(row.on)}. That it can be taken back on any day.",
        row.words,
    ]


_READ: dict[Any, Any] = {
    Stay: _home, PlacementPlan: _plan, NotDelegated: _exception, Ask: _ask, ReviewPlanned: _review, HealthCheck: _health,
    CarePlanPart: _part, Agreement: _agreement,
}  # fmt: skip


def shown_words(persons: Sequence[UUID], item: UUID) -> tuple[str, list[str]] | None:
    """What its reader would read: a title and lines; None where nothing like it is open. Eight statements at most."""
    for model, says in _READ.items():
        row = model._default_manager.filter(id=item, person__in=persons).first()
        if row is not None:
            title, lines = says(row)
            return title, [each for each in lines if each]
    return None


def readers_of(item: UUID) -> tuple[list[UUID], list[UUID]]:
    """Who reads it already, and who may. Two statements."""
    held = Release.objects.filter(kind=ReleasedKind.CARE, item=item, withdrawn_at=None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT reader FROM care_may_read(%s)", [item])
        could = [reader for (reader,) in cursor.fetchall()]
    return list(held.values_list("reader_id", flat=True)), could
