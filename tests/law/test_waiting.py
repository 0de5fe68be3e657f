"""Duties wait for the rooms that will record their facts, and start by themselves."""

from __future__ import annotations

from datetime import date

from kith.law.coverage import Coverage, Covered
from kith.law.engine import derive
from kith.law.register import Register
from kith.law.waiting import needs, waiting
from tests.law.conftest import Told


def recorded(*kinds: str) -> Coverage:
    return Coverage.of(Covered(kind) for kind in kinds)


def test_a_duty_waits_for_the_room_that_will_record_what_meets_it(register: Register) -> None:
    (found,) = waiting([register["LA-42"]], recorded("looked_after"))
    assert found.kinds == ("found_after_missing", "return_interview")
    assert found.rooms == ("care",)


def test_it_lights_up_once_its_facts_are_recorded(register: Register, told: Told) -> None:
    facts = [told("found_after_missing", "2026-05-04", ref="m1")]
    only = register.only("LA-42")
    dark, lit = recorded("birth"), recorded("birth", "found_after_missing", "return_interview")
    assert derive(facts, only, as_at=date(2026, 5, 20), coverage=dark) == []
    assert [each.duty for each in waiting(only, dark)] == [register["LA-42"]]
    assert [each.state for each in derive(facts, only, as_at=date(2026, 5, 20), coverage=lit)] == ["late"]
    assert list(waiting(only, lit)) == []


def test_what_the_law_works_out_itself_waits_for_what_it_is_made_of(register: Register) -> None:
    assert needs(register["LA-13"]) == ("looked_after", "strengths_and_difficulties_score")
    assert (
        list(waiting([register["LA-13"]], recorded("looked_after", "strengths_and_difficulties_score"))) == []
    )


def test_a_duty_met_by_its_own_end_needs_its_start_alone(register: Register) -> None:
    assert needs(register["EM-01"]) == ("police_protection",)


def test_nothing_waits_when_everything_is_recorded_and_all_waits_when_nothing_is(register: Register) -> None:
    assert list(waiting(register, Coverage(complete=True))) == []
    assert len(list(waiting(register, Coverage()))) == len(register)
