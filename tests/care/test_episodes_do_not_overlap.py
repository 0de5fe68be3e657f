"""What the database itself refuses of episodes, and what it lets stand."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import IntegrityError
from psycopg.types.range import DateRange

from tests.care.test_care_facts import episode
from tests.support import make

pytestmark = pytest.mark.database


def test_two_homes_cannot_claim_one_night_but_a_day_may_end_one_and_begin_the_next() -> None:
    child = make.person()
    episode(child, date(2024, 1, 1), date(2024, 2, 1))
    episode(child, date(2024, 2, 1), date(2024, 2, 1))
    episode(child, date(2024, 2, 1), None)
    with pytest.raises(IntegrityError, match="episode_one_a_night"):
        episode(child, date(2024, 1, 31), date(2024, 2, 2))


def test_an_agreement_to_short_breaks_is_no_night_anywhere() -> None:
    child = make.person()
    episode(child, date(2024, 1, 1), None)
    episode(child, date(2024, 1, 1), None, legal_status="V4")


def test_the_nights_of_an_episode_are_its_dates_and_nothing_else() -> None:
    from kith.care.models import Episode

    wrong = [
        {
            "started_on": date(2024, 1, 1),
            "ceased_on": None,
            "during": DateRange(date(2024, 1, 1), date(2024, 2, 1)),
        },
        {"started_on": date(2024, 1, 1), "ceased_on": date(2024, 2, 1), "during": None},
        {
            "started_on": date(2024, 1, 1),
            "ceased_on": date(2024, 2, 1),
            "during": DateRange(date(2024, 1, 2), date(2024, 2, 1)),
        },
        {"started_on": date(2024, 1, 1), "ceased_on": None, "during": None},
    ]
    for dates in wrong:
        with pytest.raises(IntegrityError, match="episode_during_is_its_dates"):
            Episode.objects.using(make.OWNER).create(person=make.person(), **dates)
