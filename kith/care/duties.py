"""The facts about looked-after children and care leavers that the law judges by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from kith.care.models import CareLeaverContact, HealthYear, Review
from kith.care.spans import SpanFacts, span_facts
from kith.law.coverage import Covered
from kith.law.facts import Fact
from kith.law.months import birthday
from kith.law.providers import Provider, register
from kith.people.models import Person
from kith.people.models.person import BirthKnowledge

IN_TOUCH = {"YES": "care_leaver_in_touch"} | dict.fromkeys(
    ("DIED", "REFU", "NREQ", "RHOM"), "care_leaver_contact_not_wanted"
)
"""SSDA903 IN_TOUCH, and what the law makes of it."""


def facts(persons: Sequence[UUID], as_at: date, believed: datetime | None) -> Iterable[Fact]:
    """Everything this room knows of some people, in five queries however many they are."""
    spans = span_facts(persons)
    born = _births(persons)
    yield from (Fact("birth", person, on) for person, on in born.items())
    yield from spans.all()
    for person, on, participation, known in Review.objects.filter(person_id__in=persons).values_list(
        "person_id", "reviewed_on", "participation", "recorded_at"
    ):
        yield Fact("looked_after_review", person, on, detail={"participation": participation}, known=known)
    yield from _health(persons)
    yield from _leavers(persons, born, spans)


def _births(persons: Sequence[UUID]) -> dict[UUID, date]:
    """Exact dates of birth: an expected or estimated one starts no clock."""
    found = Person.objects.filter(id__in=persons, birth_knowledge=BirthKnowledge.EXACT)
    return {person.id: person.born_on for person in found if person.born_on is not None}


def year_end(collection_year: str) -> date:
    """31 March that closes a collection year such as 2024-25."""
    return date(int(collection_year[:4]) + 1, 3, 31)


def _health(persons: Sequence[UUID]) -> Iterator[Fact]:
    for row in HealthYear.objects.filter(person_id__in=persons):
        said = {
            "health_assessment_in_year": row.health_assessment,
            "dental_check_in_year": row.teeth_check,
            "strengths_and_difficulties_score": row.sdq_score is not None,
            "strengths_and_difficulties_reason": bool(row.sdq_reason),
        }
        for kind, holds in said.items():
            if holds:
                detail = {"reason": row.sdq_reason} if kind == "strengths_and_difficulties_reason" else {}
                on = year_end(row.collection_year)
                yield Fact(kind, row.person_id, on, detail=detail, known=row.recorded_at)


def _leavers(persons: Sequence[UUID], born: dict[UUID, date], spans: SpanFacts) -> Iterator[Fact]:
    told: set[UUID] = set()
    for person, year, in_touch, known in CareLeaverContact.objects.filter(person_id__in=persons).values_list(
        "person_id", "collection_year", "in_touch", "recorded_at"
    ):
        left = spans.left_care_on(person)
        if left is not None and person not in told:
            told.add(person)
            yield Fact("care_leaver", person, left)
        day = _birthday_in(born.get(person), year_end(year))
        if in_touch in IN_TOUCH and day is not None:
            yield Fact(IN_TOUCH[in_touch], person, day, known=known)


def _birthday_in(born: date | None, end: date) -> date | None:
    """The birthday within the year that ends on 31 March."""
    if born is None:
        return None
    candidates = (birthday(born, year - born.year) for year in (end.year - 1, end.year) if year > born.year)
    return next((day for day in candidates if date(end.year - 1, 4, 1) <= day <= end), None)


def covers(_as_at: date, _believed: datetime | None) -> Iterable[Covered]:
    """What was loaded, and for which years, only the returns room knows: it says it."""
    return ()


def fill() -> None:
    """Give the law this room's facts (at start-up)."""
    register(Provider("care", facts, covers))
