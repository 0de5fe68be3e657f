"""The facts about looked-after children and care leavers that the law judges by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from uuid import UUID

from kith.care.models import CareLeaverContact, HealthYear, Review
from kith.care.spans import SpanFacts, episodes_read, span_facts
from kith.core.together import instances
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
    """Everything this room knows of some people, in one query however many they are."""
    read = instances(
        # An expected or estimated date of birth starts no clock.
        persons=Person.objects.filter(id__in=persons, birth_knowledge=BirthKnowledge.EXACT),
        episodes=episodes_read(persons),
        reviews=Review.objects.filter(person_id__in=persons),
        health=HealthYear.objects.filter(person_id__in=persons),
        leavers=CareLeaverContact.objects.filter(person_id__in=persons),
    )
    spans = span_facts(read["episodes"])
    born: dict[UUID, date] = {person.id: person.born_on for person in read["persons"]}
    yield from (Fact("birth", person, on) for person, on in born.items())
    yield from spans.all()
    for review in read["reviews"]:
        detail = {"participation": review.participation}
        yield Fact(
            "looked_after_review",
            review.person_id,
            review.reviewed_on,
            detail=detail,
            known=review.recorded_at,
        )
    yield from _health(read["health"])
    yield from _leavers(read["leavers"], born, spans)


def year_end(collection_year: str) -> date:
    """31 March that closes a collection year such as 2024-25."""
    return date(int(collection_year[:4]) + 1, 3, 31)


def _health(rows: Iterable[HealthYear]) -> Iterator[Fact]:
    for row in rows:
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


def _leavers(rows: Iterable[CareLeaverContact], born: dict[UUID, date], spans: SpanFacts) -> Iterator[Fact]:
    told: set[UUID] = set()
    for row in rows:
        person = row.person_id
        left = spans.left_care_on(person)
        if left is not None and person not in told:
            told.add(person)
            yield Fact("care_leaver", person, left)
        day = _birthday_in(born.get(person), year_end(row.collection_year))
        if row.in_touch in IN_TOUCH and day is not None:
            yield Fact(IN_TOUCH[row.in_touch], person, day, known=row.recorded_at)


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
