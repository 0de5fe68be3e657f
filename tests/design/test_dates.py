"""Dates and ages as people say them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.design import dates

DAYS = st.dates(date(1930, 1, 1), date(2100, 1, 1))


def test_a_date_names_its_weekday() -> None:
    assert dates.plain_date(date(2026, 12, 4)) == "Friday 4 December 2026"


def test_a_moment_is_told_in_london_time() -> None:
    summer = datetime(2026, 7, 1, 23, 30, tzinfo=UTC)
    assert dates.plain_moment(summer) == "Thursday 2 July 2026 at 12:30am"
    assert dates.plain_time(datetime(2026, 1, 5, 12, 0, tzinfo=UTC)) == "midday"
    assert dates.plain_time(datetime(2026, 1, 5, 0, 0, tzinfo=UTC)) == "midnight"
    assert dates.plain_time(datetime(2026, 1, 5, 14, 5, tzinfo=UTC)) == "2:05pm"


@pytest.mark.parametrize(
    ("born", "said"),
    [
        (date(2026, 11, 22), "born today"),
        (date(2026, 11, 21), "1 day"),
        (date(2026, 11, 1), "3 weeks"),
        (date(2026, 5, 22), "6 months"),
        (date(2023, 9, 22), "3 years 2 months"),
        (date(2023, 11, 22), "3 years"),
        (date(2008, 11, 22), "18 years"),
        (date(2008, 11, 23), "17 years 11 months"),
        (date(1990, 1, 1), "36 years"),
    ],
)
def test_age_is_said_as_a_family_would(born: date, said: str) -> None:
    assert dates.age(born, date(2026, 11, 22)) == said


def test_a_birthday_on_29_february_comes_on_1_march_in_other_years() -> None:
    assert dates.age(date(2008, 2, 29), date(2026, 2, 28)) == "17 years 11 months"
    assert dates.age(date(2008, 2, 29), date(2026, 3, 1)) == "18 years"


def test_an_age_before_birth_is_refused() -> None:
    with pytest.raises(ValueError, match="before the date of birth"):
        dates.age(date(2026, 1, 2), date(2026, 1, 1))


def test_the_unborn_are_told_by_their_due_date() -> None:
    on = date(2026, 11, 22)
    assert dates.age_or_unborn(None, date(2026, 12, 4), on) == "unborn, due Friday 4 December 2026"
    assert dates.age_or_unborn(None, date(2026, 11, 20), on) == "unborn, was due Friday 20 November 2026"
    assert dates.age_or_unborn(None, None, on) == "age not known"
    assert dates.age_or_unborn(date(2026, 11, 15), date(2026, 11, 20), on) == "7 days"


@given(DAYS, st.integers(0, 30000))
def test_months_between_never_run_past_the_day(start: date, days: int) -> None:
    end = start + timedelta(days)
    months = dates.months_between(start, end)
    assert months >= 0
    assert months <= days / 28
    assert dates.months_between(start, end + timedelta(1)) in (months, months + 1)


@given(DAYS, st.integers(-5000, 5000))
def test_a_relative_day_says_which_side_it_is_on(on: date, days: int) -> None:
    said = dates.relative(on + timedelta(days), on)
    if days > 1:
        assert said.startswith("in ")
        assert not said.startswith("in 0")
    elif days < -1:
        assert said.endswith(" ago")
        assert not said.startswith("0")
    else:
        assert said in ("yesterday", "today", "tomorrow")
