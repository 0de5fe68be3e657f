"""Months by the corresponding date, and ages by the birthday."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.law.months import add_months, age_on, birthday, last_day_of_months

DAYS = st.dates(date(2000, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("start", "months", "end"),
    [
        ("1978-09-30", 4, "1979-01-30"),  # the facts of Dodds v Walker
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2025-02-28", 12, "2026-02-28"),
        ("2024-08-31", 6, "2025-02-28"),
        ("2024-12-15", 1, "2025-01-15"),
        ("2025-03-31", -1, "2025-02-28"),
        ("2025-01-15", -13, "2023-12-15"),
    ],
)
def test_a_month_ends_on_the_corresponding_date_or_the_last_day(start: str, months: int, end: str) -> None:
    assert add_months(date.fromisoformat(start), months) == date.fromisoformat(end)


@pytest.mark.parametrize(
    ("first", "months", "last"),
    [
        ("2026-04-29", 2, "2026-06-28"),  # Children's Wellbeing and Schools Act 2026 s78: in force on 29 June
        ("2023-04-01", 12, "2024-03-31"),
        ("2025-03-01", 1, "2025-03-31"),
        ("2025-01-31", 1, "2025-02-28"),  # SI 2018/1082 art 1.4: no such date, so the last day of that month
    ],
)
def test_a_period_that_begins_with_a_day_ends_the_day_before_it_comes_round(
    first: str, months: int, last: str
) -> None:
    assert last_day_of_months(date.fromisoformat(first), months) == date.fromisoformat(last)


@given(DAYS, st.integers(-240, 240))
def test_months_move_the_month_and_never_lengthen_the_day(start: date, months: int) -> None:
    end = add_months(start, months)
    assert (end.year * 12 + end.month) - (start.year * 12 + start.month) == months
    assert end.day <= start.day


@given(DAYS, DAYS, st.integers(0, 60))
def test_a_later_start_never_ends_earlier(one: date, other: date, months: int) -> None:
    first, second = sorted((one, other))
    assert add_months(first, months) <= add_months(second, months)


@given(DAYS.filter(lambda day: day.day <= 28), st.integers(-120, 120))
def test_months_back_undo_months_on_when_every_month_has_the_day(start: date, months: int) -> None:
    assert add_months(add_months(start, months), -months) == start


@given(DAYS, st.integers(0, 25))
def test_an_age_begins_on_the_birthday_and_not_the_day_before(birth: date, age: int) -> None:
    day = birthday(birth, age)
    assert age_on(birth, day) == age
    assert age_on(birth, date.fromordinal(day.toordinal() - 1)) == age - 1


def test_a_child_of_29_february_comes_of_age_on_1_march_in_a_common_year() -> None:
    assert birthday(date(2008, 2, 29), 17) == date(2025, 3, 1)
    assert birthday(date(2008, 2, 29), 16) == date(2024, 2, 29)
