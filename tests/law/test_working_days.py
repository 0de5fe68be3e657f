"""The working-day calendar: by hand for named days, by property for the rest."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.law import bank_holidays
from kith.law.calendar import (
    add_working_days,
    holiday_name,
    holidays_skipped,
    is_working_day,
    next_working_day,
    one_working_day_later,
    working_days_between,
)

DAYS = st.dates(date(2010, 1, 1), date(2035, 12, 31))
NUMBERS = st.integers(-300, 300)


@pytest.mark.parametrize(
    "day",
    [
        "2010-12-27",  # Christmas Day 2010 was a Saturday: two substitute days
        "2010-12-28",
        "2011-04-29",  # royal wedding
        "2012-06-04",  # spring bank holiday moved for the Diamond Jubilee
        "2012-06-05",
        "2016-12-27",  # Christmas Day 2016 was a Sunday
        "2017-01-02",  # New Year's Day 2017 was a Sunday
        "2018-03-30",  # Good Friday
        "2019-04-22",  # Easter Monday
        "2020-05-08",  # early May bank holiday moved for VE day
        "2021-12-28",
        "2022-01-03",
        "2022-06-02",  # spring bank holiday moved for the Platinum Jubilee
        "2022-06-03",
        "2022-09-19",  # state funeral
        "2023-05-08",  # coronation
        "2026-12-28",  # published substitute for Boxing Day
        "2027-12-27",
        "2027-12-28",
        "2028-01-03",  # beyond what is published: by rule
        "2033-04-18",  # Easter Monday 2033
        "2035-12-26",
    ],
)
def test_a_public_holiday_is_not_a_working_day(day: str) -> None:
    assert holiday_name(date.fromisoformat(day))
    assert not is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2012-05-28", "2020-05-04", "2022-05-30", "2026-12-24", "2025-04-17"])
def test_the_day_that_a_moved_holiday_left_is_a_working_day(day: str) -> None:
    assert is_working_day(date.fromisoformat(day))


def test_published_years_agree_with_the_standing_rule() -> None:
    import holidays

    for year in (2024, 2025, 2026, 2027):
        by_rule = holidays.country_holidays("GB", subdiv="ENG", years=year)
        weekdays = {day for day in by_rule if day.weekday() < 5}
        assert {day for day in bank_holidays.in_year(year) if day.weekday() < 5} == weekdays


def test_the_days_that_are_kept_are_those_that_the_library_computes() -> None:
    import holidays

    years = range(2010, 2046)
    kept = bank_holidays._kept()
    assert set(kept) == set(years)
    for year in years:
        assert kept[year] == dict(holidays.country_holidays("GB", subdiv="ENG", years=year).items()), year


def test_a_year_that_is_not_kept_is_asked_of_the_library() -> None:
    assert date(2050, 4, 11) in bank_holidays.in_year(2050)  # Easter Monday


def test_every_year_has_eight_holidays_that_fall_on_weekdays_unless_one_was_proclaimed() -> None:
    extra = {2011: 1, 2012: 1, 2022: 2, 2023: 1}
    for year in range(2010, 2036):
        weekdays = [day for day in bank_holidays.in_year(year) if day.weekday() < 5]
        assert len(weekdays) == 8 + extra.get(year, 0), year


def test_the_start_is_day_nought_even_when_it_is_a_working_day() -> None:
    assert add_working_days(date(2025, 3, 3), 1) == date(2025, 3, 4)
    assert add_working_days(date(2025, 3, 1), 0) == date(2025, 3, 1)


def test_counting_over_christmas_leaves_out_both_days() -> None:
    assert add_working_days(date(2025, 12, 24), 1) == date(2025, 12, 29)
    assert add_working_days(date(2025, 12, 29), -1) == date(2025, 12, 24)


def test_holidays_skipped_are_named_in_order_and_without_weekends() -> None:
    names = [name for _, name in holidays_skipped(date(2026, 12, 24), date(2027, 1, 4))]
    assert names == ["Christmas Day", "Boxing Day (substitute day)", "New Year's Day"]
    assert holidays_skipped(date(2026, 12, 25), date(2026, 12, 27)) == ()


@given(DAYS, NUMBERS.filter(bool))
def test_a_count_never_lands_on_a_day_that_is_not_a_working_day(start: date, number: int) -> None:
    assert is_working_day(add_working_days(start, number))


@given(DAYS.filter(is_working_day), NUMBERS)
def test_counting_back_undoes_counting_on(start: date, number: int) -> None:
    assert add_working_days(add_working_days(start, number), -number) == start


@given(DAYS, NUMBERS.filter(bool))
def test_the_days_between_are_the_days_that_were_added(start: date, number: int) -> None:
    assert working_days_between(start, add_working_days(start, number)) == number


@given(DAYS, NUMBERS)
def test_one_more_day_is_always_later(start: date, number: int) -> None:
    assert add_working_days(start, number) <= add_working_days(start, number + 1)
    assert add_working_days(start, number) <= add_working_days(start + timedelta(days=1), number)


@given(DAYS)
def test_the_next_working_day_is_the_first_at_or_after(day: date) -> None:
    found = next_working_day(day)
    assert is_working_day(found)
    assert not any(is_working_day(day + timedelta(days=n)) for n in range((found - day).days))


LONDON = ZoneInfo("Europe/London")


@pytest.mark.parametrize(
    ("sent", "passes"),
    [
        ("2026-11-17 15:30", "2026-11-18 15:30"),  # a Tuesday
        ("2026-11-20 17:45", "2026-11-23 17:45"),  # Friday evening: Monday evening
        ("2026-11-21 10:00", "2026-11-24 00:00"),  # Saturday: the whole of Monday
        ("2026-12-24 09:00", "2026-12-29 09:00"),  # Christmas Eve; Boxing Day is a Saturday, kept on the 28th
        ("2026-03-27 12:00", "2026-03-30 12:00"),  # the clocks go forward in between
    ],
)
def test_one_working_day_later_is_the_same_time_on_the_next_working_day(sent: str, passes: str) -> None:
    moment = datetime.fromisoformat(sent).replace(tzinfo=LONDON)
    assert one_working_day_later(moment) == datetime.fromisoformat(passes).replace(tzinfo=LONDON)


@given(st.builds(datetime.combine, DAYS, st.times(), st.just(LONDON)))
def test_a_whole_working_day_and_never_a_fortnight_passes(sent: datetime) -> None:
    passes = one_working_day_later(sent)
    assert is_working_day(passes.date())
    assert timedelta(hours=22) < passes - sent < timedelta(days=8)
