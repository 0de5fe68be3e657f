"""A clock that stands still for a reason goes on with what remained."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.law import calendar, clock
from kith.law.deadline import Deadline
from kith.law.engine import derive
from kith.law.facts import Fact
from kith.law.obligation import Obligation
from kith.law.pause import Pause, moves
from kith.law.register import Duty, Register

Told = Callable[..., Fact]
SOURCE = {
    "citation": "Freedom of Information Act 2000 s10(1), with s1(3)",
    "link": "https://www.legislation.gov.uk/ukpga/2000/36/section/10",
    "checked_on": date(2026, 11, 26),
    "read": "Test only.",
}


def answer(**more: object) -> Register:
    """An answer in twenty working days, whose clock stands still while the question is being made clear."""
    table = {
        "id": "ZZ-01", "name": "Answer sent", "family_name": "We answer you", "trigger": "referral",
        "met_by": [{"fact": "assessment_finished"}], "same_ref": True,
        "clock": [{"value": 20, "unit": "day", "days": "working"}],
        "paused_by": [{"fact": "police_protection", "says": "We asked what was meant."}],
        "source": SOURCE, "status": "in_force", "commences_on": date(2005, 1, 1), "confidence": "found",
    }  # fmt: skip
    return Register((Duty.model_validate(table | more),))


def one(facts: list[Fact], as_at: str, register: Register) -> Obligation:
    (found,) = derive(facts, register, as_at=date.fromisoformat(as_at))
    return found


def test_what_remained_is_counted_from_the_day_on_which_the_clock_goes_on(told: Told) -> None:
    # Monday 3 March, 20 working days: Monday 31 March. Stopped on 10 March, five working days on; fifteen remain,
    # counted from Wednesday 19 March: Wednesday 9 April.
    facts = [
        told("referral", "2025-03-03", ref="a"),
        told("police_protection", "2025-03-10", "2025-03-19", ref="a"),
    ]
    found = one(facts, "2025-04-09", answer())
    assert (found.due, found.state) == (date(2025, 4, 9), "due")
    assert one(facts, "2025-04-10", answer()).state == "late"
    (step,) = [each.text for each in found.because if each.kind == "paused"]
    assert step == (
        "We asked what was meant. The clock stopped on Monday 10 March 2025 and went on from Wednesday 19 March 2025:"
        " the end moves to Wednesday 9 April 2025."
    )


def test_while_it_stands_still_nothing_becomes_late_and_what_was_met_before_is_not_moved(told: Told) -> None:
    started, stopped = (
        told("referral", "2025-03-03", ref="a"),
        told("police_protection", "2025-03-10", ref="a"),
    )
    found = one([started, stopped], "2025-12-01", answer())
    assert (found.state, found.due > date(2025, 12, 1)) == ("due", True)
    assert any("is still, on Monday 1 December 2025" in each.text for each in found.because)
    done = told("assessment_finished", "2025-03-07", ref="a")
    met = one([started, stopped, done], "2025-12-01", answer())
    assert (met.due, met.state) == (date(2025, 3, 31), "met")


def test_only_a_pause_of_the_same_matter_before_the_clock_ran_out_counts(told: Told) -> None:
    started = told("referral", "2025-03-03", ref="a")
    for other in (
        told("police_protection", "2025-03-10", "2025-03-19", ref="b"),
        told("police_protection", "2025-04-01", "2025-04-19", ref="a"),
        told("police_protection", "2025-02-01", "2025-03-03", ref="a"),
    ):
        assert one([started, other], "2025-05-01", answer()).due == date(2025, 3, 31)


def test_a_pause_that_began_before_the_clock_counts_from_the_start_of_the_clock(told: Told) -> None:
    facts = [
        told("referral", "2025-03-03", ref="a"),
        told("police_protection", "2025-02-03", "2025-03-05", ref="a"),
    ]
    assert one(facts, "2025-05-01", answer()).due == date(2025, 4, 2)


def test_a_pause_may_be_of_days_when_the_clock_is(told: Told) -> None:
    months = answer(clock=[{"value": 1, "unit": "month"}])
    facts = [
        told("referral", "2025-03-03", ref="a"),
        told("police_protection", "2025-03-10", "2025-03-20", ref="a"),
    ]
    assert one(facts, "2025-05-01", months).due == date(2025, 4, 13)


DAYS = st.dates(date(2015, 1, 1), date(2030, 12, 31))
SPANS = st.lists(st.tuples(st.integers(0, 120), st.integers(0, 40)), max_size=5)
CLOCKS = st.sampled_from(
    [
        Deadline(value=20, unit="day", days="working"),
        Deadline(value=45, unit="day", days="working"),
        Deadline(value=6, unit="week"),
        Deadline(value=28, unit="day"),
    ]
)


@settings(deadline=None)
@given(DAYS, SPANS, CLOCKS)
def test_a_day_by_day_count_of_the_days_on_which_the_clock_ran_agrees(
    start: date, spans: list[tuple[int, int]], deadline: Deadline
) -> None:
    pauses = [
        Pause(start + timedelta(days=after), start + timedelta(days=after + length))
        for after, length in spans
    ]
    found = clock.last_day(start, deadline)
    for _, day in moves(found, start, None, pauses, deadline):
        found = day
    left, day = deadline.value * (7 if deadline.unit == "week" else 1), start
    while left or any(each.on <= day < each.end for each in pauses):
        day += timedelta(days=1)
        # A day counts unless the clock stood still from the day before into it, or it is not a working day.
        stood = any(each.on < day <= each.end for each in pauses)
        left -= not stood and (deadline.days == "calendar" or calendar.is_working_day(day))
    if not any(each.on <= day <= each.end for each in pauses):
        assert found == day


@pytest.mark.parametrize("length", [0, 1, 30])
def test_two_pauses_that_overlap_count_once(length: int) -> None:
    start, deadline = date(2025, 1, 6), Deadline(value=10, unit="day")
    first = Pause(date(2025, 1, 8), date(2025, 1, 8) + timedelta(days=length))
    inside = Pause(date(2025, 1, 8), date(2025, 1, 8) + timedelta(days=length // 2))
    once = [day for _, day in moves(date(2025, 1, 16), start, None, [first], deadline)]
    assert [day for _, day in moves(date(2025, 1, 16), start, None, [inside, first], deadline)] == once
