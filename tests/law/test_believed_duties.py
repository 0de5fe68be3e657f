"""A correction re-derives what was due, and never hides what was believed before it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone
from psycopg.types.range import DateRange, TimestamptzRange

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.models import Person, PersonIdentity
from tests.support import make

pytestmark = pytest.mark.database
AS_AT = date(2024, 12, 1)
Told = list[tuple[date, date | None, str]]


def written(model: Any, **facts: Any) -> Any:
    return model.objects.using(make.OWNER).create(**facts)


def now() -> datetime:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        return cursor.fetchone()[0]  # type: ignore[no-any-return]


@pytest.fixture(autouse=True)
def _kept_live(request: pytest.FixtureRequest) -> None:
    request.getfixturevalue("kith_database")
    from uuid import uuid4

    from kith.returns.models import LoadedFile

    LoadedFile.objects.using(make.OWNER).create(
        run=uuid4(),
        name="live",
        kind="demo",
        collection_year="2015-16",
        loaded_at=timezone.now() - timedelta(1),
    )


def in_care(child: Person, since: date) -> Any:
    from kith.care.models import Episode

    return written(
        Episode, person=child, started_on=since, during=DateRange(since, None, "[)"), legal_status="C2"
    )


def reader_of(*people: Person) -> Account:
    worker = make.account("social_worker")
    for person in people:
        make.involved(worker, person)
    return worker


def told(worker: Account, child: Person, duty: str, believed: datetime | None = None) -> Told:
    from kith.law.due import obligations

    with acting(make.actor(worker)):
        found = list(obligations([child.id], as_at=AS_AT, believed=believed, duty=duty))
    return [(each.due, each.met, each.state) for each in found]


def test_a_review_whose_date_was_corrected_later_shows_with_its_old_date_believed_before() -> None:
    from kith.care.models import Review

    child = make.person()
    in_care(child, date(2024, 3, 1))
    review = written(Review, person=child, reviewed_on=date(2024, 3, 20))
    worker, before = reader_of(child), now()
    review.reviewed_on = date(2024, 4, 20)
    review.save(using=make.OWNER)
    assert told(worker, child, "LA-04", before) == [(date(2024, 4, 2), date(2024, 3, 20), "met")]
    assert told(worker, child, "LA-04") == [(date(2024, 4, 2), date(2024, 4, 20), "met_late")]


def test_a_review_that_was_taken_away_later_is_still_there_believed_before() -> None:
    from kith.care.models import Review

    child = make.person()
    in_care(child, date(2024, 3, 1))
    empty = now()
    review = written(Review, person=child, reviewed_on=date(2024, 3, 20))
    worker, before = reader_of(child), now()
    review.delete(using=make.OWNER)
    assert told(worker, child, "LA-04", empty) == [(date(2024, 4, 2), None, "late")]
    assert told(worker, child, "LA-04", before) == [(date(2024, 4, 2), date(2024, 3, 20), "met")]
    assert told(worker, child, "LA-04") == [(date(2024, 4, 2), None, "late")]


def test_a_start_of_care_that_was_corrected_moves_what_is_due_and_keeps_what_was() -> None:
    child = make.person()
    episode = in_care(child, date(2024, 3, 1))
    worker, before = reader_of(child), now()
    episode.started_on, episode.during = date(2024, 4, 2), DateRange(date(2024, 4, 2), None, "[)")
    episode.save(using=make.OWNER)
    assert [due for due, _met, _state in told(worker, child, "LA-04", before)] == [date(2024, 4, 2)]
    assert [due for due, _met, _state in told(worker, child, "LA-04")] == [date(2024, 4, 30)]


def test_a_date_of_birth_is_believed_as_it_was() -> None:
    child = make.person(born=date(2004, 5, 1))
    in_care(child, date(2022, 1, 5))
    worker, before = reader_of(child), now()
    child.born_on = date(2014, 5, 1)
    child.save(using=make.OWNER)
    assert told(worker, child, "LA-13", before) == []
    assert [due for due, _met, _state in told(worker, child, "LA-13")] == [
        date(2023, 3, 31),
        date(2024, 3, 31),
        date(2025, 3, 31),
    ]


def test_a_referral_closed_later_was_open_before_and_an_assessment_came_to_be_finished() -> None:
    from kith.help.models import Assessment, Referral

    child = make.person()
    referral = written(Referral, person=child, referred_on=date(2024, 9, 2))
    assessment = written(Assessment, person=child, referral=referral, started_on=date(2024, 9, 3))
    worker, before = reader_of(child), now()
    assessment.authorised_on = date(2024, 10, 1)
    assessment.save(using=make.OWNER)
    assert told(worker, child, "AS-01", before) == [(date(2024, 11, 4), None, "late")]
    assert told(worker, child, "AS-01") == [(date(2024, 11, 4), date(2024, 10, 1), "met")]


def test_linked_records_are_one_child_and_were_two_before_they_were_linked() -> None:
    from kith.care.models import Review

    child, twice = make.person(), make.person()
    in_care(child, date(2024, 3, 1))
    written(Review, person=twice, reviewed_on=date(2024, 3, 20))
    worker, before = reader_of(child, twice), now()
    link = written(
        PersonIdentity, person=twice, canonical=child, during=TimestamptzRange(timezone.now(), None, "[)")
    )
    linked = now()
    late, met = [(date(2024, 4, 2), None, "late")], [(date(2024, 4, 2), date(2024, 3, 20), "met")]
    assert told(worker, child, "LA-04") == met
    assert told(worker, twice, "LA-04") == met
    assert told(worker, child, "LA-04", before) == late
    link.during = TimestamptzRange(link.during.lower, now(), "[)")
    link.save(using=make.OWNER)
    assert told(worker, child, "LA-04") == late
    assert told(worker, child, "LA-04", linked) == met


def test_asked_for_by_any_of_its_ids_a_person_comes_once_and_by_an_id_that_was_asked_about() -> None:
    from kith.law.due import obligations

    child, twice = make.person(), make.person()
    in_care(twice, date(2024, 3, 1))
    written(
        PersonIdentity, person=twice, canonical=child, during=TimestamptzRange(timezone.now(), None, "[)")
    )
    with acting(make.actor(reader_of(child, twice))):
        for asked, named in (([twice, child], child), ([child], child), ([twice], twice)):
            found = list(obligations([each.id for each in asked], as_at=AS_AT, duty="LA-04"))
            assert [each.person for each in found] == [named.id]
