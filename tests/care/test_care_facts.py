"""What the law is told of looked-after children and care leavers."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from kith.law.facts import Fact
from tests.support import make

pytestmark = pytest.mark.database


def during(start: date, end: date | None) -> Any:
    from psycopg.types.range import DateRange

    return None if start == end else DateRange(start, end, "[)")


def episode(person: Any, start: date, end: date | None = None, **more: Any) -> Any:
    from kith.care.models import Episode

    given = {"legal_status": "C2", "placement_type": "U4", "same_home_as_before": True} | more
    return Episode.objects.using(make.OWNER).create(
        person=person, started_on=start, ceased_on=end, during=during(start, end), **given
    )


def told(*people: Any) -> list[Fact]:
    """The room's facts, as somebody sees them who works with these people."""
    from kith.core.acting import acting
    from kith.law.recorded import facts_of

    worker = make.account("social_worker")
    for person in people:
        make.involved(worker, person)
    ids: list[UUID] = [person.id for person in people]
    with acting(make.actor(worker)):
        return list(facts_of(ids))


def spans(found: list[Fact], kind: str) -> list[tuple[date, date | None]]:
    return [(fact.on, fact.until) for fact in found if fact.kind == kind]


def test_episodes_that_follow_each_other_are_one_period_of_care() -> None:
    child = make.person()
    episode(child, date(2024, 1, 1), date(2024, 2, 1))
    episode(child, date(2024, 2, 1), date(2024, 2, 1), legal_status="L1", reason_new_episode="L")
    episode(child, date(2024, 2, 1), date(2024, 5, 1), same_home_as_before=False, reason_new_episode="P")
    episode(child, date(2024, 9, 1), None)
    found = told(child)
    assert spans(found, "looked_after") == [
        (date(2024, 1, 1), date(2024, 5, 1)),
        (date(2024, 9, 1), None),
    ]
    assert spans(found, "placement") == [
        (date(2024, 1, 1), date(2024, 2, 1)),
        (date(2024, 2, 1), date(2024, 5, 1)),
        (date(2024, 9, 1), None),
    ]
    assert spans(found, "police_protection") == [(date(2024, 2, 1), date(2024, 2, 1))]


def test_short_breaks_are_not_care() -> None:
    child = make.person()
    episode(child, date(2024, 1, 1), date(2024, 1, 4), legal_status="V3")
    assert spans(told(child), "looked_after") == []


def test_a_change_of_legal_status_alone_is_the_same_home() -> None:
    child = make.person()
    episode(child, date(2024, 1, 1), date(2024, 2, 1), same_home_as_before=None)
    episode(child, date(2024, 2, 1), None, same_home_as_before=None, reason_new_episode="L")
    assert spans(told(child), "placement") == [(date(2024, 1, 1), None)]


def test_a_home_that_is_not_known_to_be_the_same_is_another() -> None:
    child = make.person()
    episode(child, date(2024, 1, 1), date(2024, 2, 1))
    episode(child, date(2024, 2, 1), None, same_home_as_before=None, reason_new_episode="P")
    assert spans(told(child), "placement") == [
        (date(2024, 1, 1), date(2024, 2, 1)),
        (date(2024, 2, 1), None),
    ]


def test_the_authority_to_place_lasts_to_the_end_of_the_period_of_care() -> None:
    child = make.person()
    episode(child, date(2024, 1, 1), date(2024, 2, 1))
    episode(child, date(2024, 2, 1), date(2024, 6, 1), legal_status="E1")
    episode(child, date(2024, 6, 1), date(2024, 8, 1), legal_status="E1", placement_type="A5")
    found = told(child)
    assert spans(found, "authority_to_place") == [(date(2024, 2, 1), date(2024, 8, 1))]
    assert spans(found, "placed_for_adoption") == [(date(2024, 6, 1), date(2024, 8, 1))]


def test_contact_with_a_care_leaver_is_dated_on_the_birthday_in_that_year() -> None:
    from kith.care.models import CareLeaverContact

    young = make.person(born=date(2006, 2, 3))
    episode(young, date(2020, 1, 1), date(2024, 2, 3))
    for year, in_touch in (("2024-25", "YES"), ("2025-26", "RHOM")):
        CareLeaverContact.objects.using(make.OWNER).create(
            person=young, collection_year=year, in_touch=in_touch
        )
    found = told(young)
    assert spans(found, "care_leaver") == [(date(2024, 2, 3), None)]
    assert spans(found, "care_leaver_in_touch") == [(date(2025, 2, 3), None)]
    assert spans(found, "care_leaver_contact_not_wanted") == [(date(2026, 2, 3), None)]


def test_the_facts_of_many_people_take_as_many_queries_as_those_of_one() -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from kith.core.acting import acting
    from kith.law.recorded import facts_of

    worker = make.account("social_worker")
    people = [make.person() for _ in range(6)]
    for person in people:
        make.involved(worker, person)
        episode(person, date(2024, 1, 1))
    taken = []
    for some in (people[:1], people):
        with (
            acting(make.actor(worker)),
            CaptureQueriesContext(
                connection,
            ) as queries,
        ):
            found = facts_of([person.id for person in some])
            assert len([fact for fact in found if fact.kind == "looked_after"]) == len(some)
        taken.append(len(queries))
    assert taken == [1, 1]


def test_what_nobody_may_open_is_told_to_nobody() -> None:
    from kith.core.acting import acting
    from kith.law.recorded import facts_of

    child = make.person()
    episode(child, date(2024, 1, 1))
    with acting(make.actor(make.account("social_worker"))):
        assert list(facts_of([child.id])) == []
