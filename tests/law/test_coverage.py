"""What the record does not hold: silence outside it is never called late."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from kith.law.coverage import Coverage, Covered
from kith.law.engine import derive
from kith.law.facts import Fact
from kith.law.register import Register

Told = Callable[..., Fact]
BEGINS = date(2018, 4, 1)
SINCE_2018 = Coverage.of([Covered("looked_after_review", BEGINS, date(2020, 3, 31))])


def test_a_duty_met_by_facts_that_nobody_records_is_not_derived(register: Register, told: Told) -> None:
    facts = [told("placement", "2024-01-01")]
    assert derive(facts, register, as_at=date(2024, 6, 1), coverage=SINCE_2018) == []
    assert [each.duty for each in derive(facts, register, as_at=date(2024, 6, 1))] == [
        "LA-02",
        "LA-31",
        "LA-35",
    ]


def test_care_that_began_before_the_record_gets_the_kindest_clock(register: Register, told: Told) -> None:
    facts = [told("looked_after", "2015-01-01"), told("looked_after_review", "2018-09-30")]
    found = derive(facts, register, as_at=date(2019, 3, 30), coverage=SINCE_2018)
    assert [(each.duty, each.starts, each.due, each.state) for each in found] == [
        ("LA-06", date(2018, 4, 1), date(2018, 10, 1), "met"),
        ("LA-06", date(2018, 9, 30), date(2019, 3, 30), "due"),
    ]
    assert found[0].because[0].text.startswith("The record begins on Sunday 1 April 2018")


def test_care_that_ended_before_the_record_is_left_alone(register: Register, told: Told) -> None:
    facts = [told("looked_after", "2015-01-01", "2018-04-01")]
    assert derive(facts, register, as_at=date(2019, 1, 1), coverage=SINCE_2018) == []


def test_a_clock_that_runs_past_the_record_says_so(register: Register, told: Told) -> None:
    facts = [told("looked_after", "2020-03-02")]
    (within,) = derive(facts, register.only("LA-04"), as_at=date(2020, 6, 1), coverage=SINCE_2018)
    assert (within.state, within.due) == ("late", date(2020, 3, 30))
    assert not any(step.kind == "record" for step in within.because)
    later = [told("looked_after", "2020-03-20")]
    (past,) = derive(later, register.only("LA-04"), as_at=date(2020, 6, 1), coverage=SINCE_2018)
    assert any("complete only up to Tuesday 31 March 2020" in step.text for step in past.because)


def test_rooms_together_cover_from_the_first_start_to_the_last_end() -> None:
    joined = Coverage.of(
        [
            Covered("a", date(2018, 4, 1), date(2020, 3, 31)),
            Covered("a", date(2020, 4, 1)),
            Covered("b", date(2019, 1, 1), date(2021, 1, 1)),
            Covered("b", date(2020, 1, 1), date(2022, 1, 1)),
        ]
    )
    assert joined.of_all(["a"]) == Covered("a", date(2018, 4, 1), None)
    assert joined.of_all(["a", "b"]) == Covered("a and b", date(2019, 1, 1), date(2022, 1, 1))
    assert joined.of_all(["a", "c"]) is None
