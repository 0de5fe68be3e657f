"""Full assessments as workers read them: of each adult what they gave, what is still to ask, their own answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from kith.kinship.models import AssessedAdult, FullAssessment, OwnAnswer, Said
from kith.kinship.rules.lists import Question, asked_for, questions


@dataclass(frozen=True, slots=True)
class SaidView:
    """One answer: what was asked, in whose words, on which day; carried over, or asked again."""

    asks: str
    words: str
    on: date
    carried: bool
    again: bool


@dataclass(frozen=True, slots=True)
class AdultView:
    """One adult, as far as they are open to the reader."""

    person: UUID
    said: tuple[SaidView, ...]
    open: tuple[Question, ...]
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AssessmentView:
    """One assessment."""

    id: UUID
    route: str
    started_on: date
    finished_on: date | None
    outcome: str
    adults: tuple[AdultView, ...]


def assessments(child: Sequence[UUID]) -> list[AssessmentView]:
    """Of a child (all ids of the record), the newest first. Four statements."""
    rows = list(FullAssessment.objects.filter(child_id__in=child).order_by("-started_on", "-recorded_at"))
    ids = [row.id for row in rows]
    adults: dict[UUID, list[UUID]] = {}
    for each in AssessedAdult.objects.filter(assessment_id__in=ids).order_by("recorded_at", "id"):
        adults.setdefault(each.assessment_id, []).append(each.person_id)
    said: dict[tuple[UUID, UUID], dict[str, Said]] = {}
    for one in Said.objects.filter(assessment_id__in=ids).order_by("recorded_at", "id"):
        said.setdefault((one.assessment_id, one.person_id), {})[one.question] = one
    own: dict[tuple[UUID, UUID], list[str]] = {}
    for answer in OwnAnswer.objects.filter(assessment_id__in=ids).order_by("recorded_at", "id"):
        own.setdefault((answer.assessment_id, answer.person_id), []).append(answer.words)
    return [
        AssessmentView(
            row.id,
            row.get_route_display(),
            row.started_on,
            row.finished_on,
            row.get_outcome_display() if row.outcome else "",
            tuple(
                _adult(row, person, said.get((row.id, person), {}), own.get((row.id, person), []))
                for person in adults.get(row.id, [])
            ),
        )
        for row in rows
    ]


def _adult(row: FullAssessment, person: UUID, said: dict[str, Said], own: list[str]) -> AdultView:
    asks = {each.id: each.asks for each in questions()}
    return AdultView(
        person,
        tuple(
            SaidView(asks[each], one.words, one.on, one.carried_id is not None, one.again)
            for each, one in ((each, said[each]) for each in asks if each in said)
        ),
        tuple(each for each in asked_for(row.route) if each.id not in said),
        tuple(own),
    )


def asked_again(child: Sequence[UUID]) -> tuple[int, int]:
    """How many answers were carried over, and how many were asked though they had been given. One statement."""
    found = Said.objects.filter(assessment__child_id__in=child).aggregate(
        carried=Count("id", filter=Q(carried__isnull=False)), again=Count("id", filter=Q(again=True))
    )
    return found["carried"], found["again"]
