"""Clocks: the last day in time and its reasoning. Rows are worked by hand, each with its law."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from kith.law import calendar
from kith.law.clock import due, due_moment
from kith.law.deadline import Deadline, Unit

DAYS = st.dates(date(2010, 1, 1), date(2035, 12, 31))
UNITS = st.sampled_from(["day", "week", "month", "year"])


def within(value: int, unit: Unit, **how: object) -> Deadline:
    return Deadline.model_validate({"value": value, "unit": unit, **how})


@pytest.mark.parametrize(
    ("law", "start", "deadline", "last"),
    [
        ("s46(6) CA1989, winter", "2025-01-10", within(72, "hour"), "2025-01-13"),
        ("s46(6) CA1989, over the spring change of clocks", "2025-03-28", within(72, "hour"), "2025-04-01"),
        ("s45(1) CA1989: eight days", "2025-05-01", within(8, "day"), "2025-05-09"),
        ("s43(5) CA1989: seven days from a day that counts", "2025-05-01",
         within(7, "day", first_day_counts=True), "2025-05-07"),
        ("s32(1) CA1989: 26 weeks beginning with the day of issue", "2025-01-01",
         within(26, "week", first_day_counts=True), "2025-07-01"),
        ("s37(4) CA1989: 8 weeks beginning with the direction", "2025-03-03",
         within(8, "week", first_day_counts=True), "2025-04-27"),
        ("UK GDPR art 12(3): a month, rolled over Christmas", "2025-11-25",
         within(1, "month", rolls_forward=True), "2025-12-29"),
        ("UK GDPR art 12(3): a month that ends on a working day", "2025-01-31",
         within(1, "month", rolls_forward=True), "2025-02-28"),
        ("SI 2005/1533 reg 4: seven working days over Easter", "2026-03-31",
         within(7, "day", days="working"), "2026-04-13"),
        ("Working days of which the first counts", "2025-03-03",
         within(5, "day", days="working", first_day_counts=True), "2025-03-07"),
        ("Local rule: five working days before a meeting after Easter", "2026-04-07",
         within(5, "day", days="working", direction="before"), "2026-03-27"),
        ("SSDA903 OC3: three months before a birthday of 31 May", "2025-05-31",
         within(3, "month", direction="before"), "2025-02-28"),
        ("SI 2010/959 reg 28(2)(a): a week", "2024-12-27", within(1, "week"), "2025-01-03"),
    ],
)  # fmt: skip
def test_the_last_day_in_time(law: str, start: str, deadline: Deadline, last: str) -> None:
    assert due(date.fromisoformat(start), deadline).day == date.fromisoformat(last), law


def test_the_reasoning_names_the_sum_and_the_holidays_skipped() -> None:
    found = due(date(2022, 9, 1), within(45, "day", days="working"))
    assert found.day == date(2022, 11, 4)
    texts = [step.text for step in found.because]
    assert texts[0] == (
        "45 working days after Thursday 1 September 2022, not counting that day, is Friday 4 November 2022."
    )
    assert "Monday 19 September 2022 (State funeral of Queen Elizabeth II)" in texts[1]


def test_a_day_that_rolls_says_so() -> None:
    found = due(date(2025, 11, 25), within(1, "month", rolls_forward=True))
    assert found.because[-1].text.endswith("the end moves to Monday 29 December 2025.")


def test_hours_are_real_hours_when_the_clocks_change() -> None:
    start = datetime(2025, 3, 29, 12, tzinfo=UTC)
    assert due_moment(start, within(72, "hour")) == datetime(2025, 4, 1, 12, tzinfo=UTC)


def test_hours_need_a_time_zone_and_a_deadline_in_hours() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        due_moment(datetime(2025, 3, 29, 12), within(72, "hour"))  # noqa: DTZ001
    with pytest.raises(ValueError, match="not a number of hours"):
        due_moment(datetime(2025, 3, 29, tzinfo=UTC), within(3, "day"))


@pytest.mark.parametrize(
    "nonsense",
    [
        {"value": 3, "unit": "month", "days": "working"},
        {"value": 3, "unit": "fortnight"},
        {"value": -1, "unit": "day"},
        {"value": 1, "unit": "day", "direction": "before", "rolls_forward": True},
        {"value": 0, "unit": "day", "first_day_counts": True},
        {"value": 1, "unit": "day", "until": "later"},
    ],
)
def test_a_deadline_that_makes_no_sense_is_refused(nonsense: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Deadline.model_validate(nonsense)


@given(DAYS, st.integers(1, 100), UNITS)
def test_counting_the_first_day_never_ends_later(start: date, value: int, unit: Unit) -> None:
    plain, early = within(value, unit), within(value, unit, first_day_counts=True)
    assert 0 <= (due(start, plain).day - due(start, early).day).days <= 1


@given(DAYS, DAYS, st.integers(0, 60), UNITS)
def test_a_later_start_is_never_due_earlier(one: date, other: date, value: int, unit: Unit) -> None:
    first, second = sorted((one, other))
    assert due(first, within(value, unit)).day <= due(second, within(value, unit)).day


@given(DAYS, st.integers(0, 60), UNITS)
def test_before_is_never_after_the_start_and_after_never_before(start: date, value: int, unit: Unit) -> None:
    assert due(start, within(value, unit, direction="before")).day <= start
    assert due(start, within(value, unit)).day >= start


@given(DAYS, st.integers(1, 60))
def test_working_days_and_rolled_ends_land_on_working_days(start: date, value: int) -> None:
    assert calendar.is_working_day(due(start, within(value, "day", days="working")).day)
    assert calendar.is_working_day(due(start, within(value, "month", rolls_forward=True)).day)
