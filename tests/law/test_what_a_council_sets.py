"""A council's own times and promises: from their day on, never worse than the law, and off by themselves."""

from __future__ import annotations

from datetime import date

import pytest

from kith.law.coverage import EVERYTHING, Coverage, Covered
from kith.law.engine import derive
from kith.law.obligation import Obligation
from kith.law.register import RefusedError, Register, Setting, with_settings
from kith.law.register.setting import check
from tests.law.conftest import Told

MARCH = date(2027, 3, 1)
JUNE = date(2027, 6, 1)


def due(
    told_facts: list[object], register: Register, duty: str, as_at: str = "2027-12-31"
) -> list[Obligation]:
    return derive(
        told_facts,  # type: ignore[arg-type]
        register.only(duty),
        as_at=date.fromisoformat(as_at),
        coverage=EVERYTHING,
    )


def test_a_local_default_holds_as_shipped_until_the_day_and_as_set_from_it(
    register: Register, told: Told
) -> None:
    held = with_settings(register, [Setting("FH-01", MARCH, "once", 10)])
    before = due([told("family_help", "2027-02-26")], held, "FH-01")
    after = due([told("family_help", "2027-03-01")], held, "FH-01")
    assert [each.due for each in before] == [date(2027, 3, 5)]
    assert [each.due for each in after] == [date(2027, 3, 15)]


def test_what_was_late_before_the_day_stays_late(register: Register, told: Told) -> None:
    """Ten days from March do not forgive the five of February."""
    facts = [told("family_help", "2027-02-22"), told("lead_practitioner_named", "2027-03-03")]
    held = with_settings(register, [Setting("FH-01", MARCH, "once", 10)])
    assert [each.state for each in due(facts, held, "FH-01")] == ["met_late"]


def test_a_clock_that_runs_on_takes_the_new_time_at_its_next_start(register: Register, told: Told) -> None:
    facts = [
        told("child_protection_plan", "2027-01-04"),
        told("core_group", "2027-01-11"),
        told("core_group", "2027-02-08"),
        told("core_group", "2027-03-08"),
    ]
    held = with_settings(register, [Setting("CP-05", MARCH, "second_and_later", 4)])
    dates = [(each.starts, each.due) for each in due(facts, held, "CP-05")]
    assert dates == [
        (date(2027, 1, 11), date(2027, 2, 22)),
        (date(2027, 2, 8), date(2027, 3, 22)),
        (date(2027, 3, 8), date(2027, 4, 5)),
    ]


def test_back_to_the_shipped_number_is_one_more_setting(register: Register, told: Told) -> None:
    held = with_settings(
        register, [Setting("FH-01", MARCH, "once", 10), Setting("FH-01", JUNE, "once", None)]
    )
    found = [due([told("family_help", day)], held, "FH-01")[0].due for day in ("2027-05-24", "2027-06-01")]
    assert found == [date(2027, 6, 8), date(2027, 6, 8)]


def test_of_two_decisions_for_one_day_the_later_holds(register: Register) -> None:
    held = with_settings(register, [Setting("FH-01", MARCH, "once", 10), Setting("FH-01", MARCH, "once", 3)])
    assert [(each.value, each.held_from, each.held_before) for each in held["FH-01"].clock] == [
        (5, None, MARCH),
        (3, MARCH, None),
    ]


def test_promises_wait_to_be_switched_on(register: Register, told: Told) -> None:
    held = with_settings(register, [])
    assert {duty.id for duty in held if duty.status == "beyond_the_law"} == {
        "AR-01",
        "BL-01",
        "LL-01",
        "LL-02",
    }
    assert due([told("looked_after", "2027-01-04")], held, "LL-01") == []


def test_a_promise_reaches_those_in_care_on_its_day_and_never_calls_the_past_late(
    register: Register, told: Told
) -> None:
    held = with_settings(register, [Setting("LL-01", MARCH, on=True)])
    (long_in_care,) = due([told("looked_after", "2020-01-06")], held, "LL-01")
    (new,) = due([told("looked_after", "2027-04-05")], held, "LL-01")
    assert (long_in_care.starts, long_in_care.due) == (MARCH, date(2027, 3, 31))
    assert (new.starts, new.due) == (date(2027, 4, 5), date(2027, 5, 4))
    assert {long_in_care.force, new.force} == {"advisory"}
    assert due([told("looked_after", "2020-01-06", "2026-12-01")], held, "LL-01") == []


def test_a_promise_about_one_day_does_not_reach_back(register: Register, told: Told) -> None:
    held = with_settings(register, [Setting("AR-01", MARCH, on=True)])
    assert due([told("child_removed", "2027-02-01")], held, "AR-01") == []
    assert len(due([told("child_removed", "2027-03-01")], held, "AR-01")) == 1


def test_a_promise_switched_off_starts_nothing_new_and_keeps_what_had_started(
    register: Register, told: Told
) -> None:
    held = with_settings(register, [Setting("LL-01", MARCH, on=True), Setting("LL-01", JUNE, on=False)])
    assert len(due([told("looked_after", "2027-05-03")], held, "LL-01")) == 1
    assert due([told("looked_after", "2027-06-07")], held, "LL-01") == []


def test_a_promise_can_be_kept_at_a_pace_of_the_councils_own(register: Register, told: Told) -> None:
    held = with_settings(register, [Setting("BL-01", MARCH, on=True), Setting("BL-01", MARCH, "every", 2)])
    (first,) = due([told("siblings_apart", "2026-01-05")], held, "BL-01")
    assert first.due == date(2027, 3, 15)


@pytest.mark.parametrize(
    ("duty", "recurrence", "value", "refused"),
    [
        (
            "LA-04",
            "once",
            21,
            "This time comes from the law (20 working days). A council may make it shorter, never",
        ),
        ("LA-04", "once", 15, ""),
        ("LA-04", "once", None, ""),
        ("AS-01", "once", 46, "comes from statutory guidance (45 working days)"),
        ("AS-01", "once", 30, ""),
        ("PL-03", "once", 3, "comes from the law (0 days)"),
        ("LA-45", "once", 50, "A council may make it longer, never shorter"),
        ("LA-45", "once", 80, ""),
        ("CO-07", "once", 0, "longer, never shorter"),
        ("FO-16", "once", 2, "comes from statutory guidance (5 working days). A council may make it longer"),
        ("FO-16", "once", 10, ""),
        ("FH-01", "once", 30, ""),
        ("CP-10", "once", 1, ""),
        ("LL-01", "once", 90, ""),
        ("PL-04", "once", 20, ""),
        ("AS-04", "once", 10, "No number of days is set for this"),
        ("LA-04", "every", 10, "No number of days is set for this"),
        ("LA-04", None, None, "This is not a promise that can be switched on"),
        ("BL-01", None, None, ""),
    ],
)
def test_a_time_may_be_better_than_the_law_never_worse(
    register: Register, duty: str, recurrence: str | None, value: int | None, refused: str
) -> None:
    setting = Setting(duty, MARCH, recurrence, value, on=recurrence is None)  # type: ignore[arg-type]
    if not refused:
        check(register[duty], setting)
        return
    with pytest.raises(RefusedError) as caught:
        check(register[duty], setting)
    assert refused in str(caught.value)


def test_settings_change_no_other_duty(register: Register) -> None:
    held = with_settings(register, [Setting("FH-01", MARCH, "once", 10), Setting("LL-01", MARCH, on=True)])
    changed = {duty.id for duty in held if duty != register[duty.id]}
    assert changed == {"FH-01", "LL-01", "LL-02", "AR-01", "BL-01"}
    assert held.areas == register.areas


def test_where_the_record_begins_later_the_time_of_that_day_holds(register: Register, told: Told) -> None:
    """The record begins in April, so the first link starts then, and the setting of March times it."""
    held = with_settings(register, [Setting("CP-08", MARCH, "every", 5)])
    covered = Coverage.of([Covered("visit_to_child", date(2027, 4, 5))])
    found = derive(
        [told("child_protection_plan", "2026-01-05")],
        held.only("CP-08"),
        as_at=date(2027, 6, 1),
        coverage=covered,
    )
    assert [(each.starts, each.due) for each in found] == [(date(2027, 4, 5), date(2027, 4, 12))]


def test_a_time_is_compared_with_each_number_that_the_law_still_gives(register: Register) -> None:
    shipped = register["LA-04"]
    (clock,) = (each for each in shipped.clock if each.recurrence == "once")
    clocks = (
        clock.model_copy(update={"value": 20, "held_before": JUNE}),
        clock.model_copy(update={"value": 10, "held_from": JUNE}),
    )
    duty = shipped.model_copy(update={"clock": clocks})
    check(duty, Setting(duty.id, MARCH, "once", 10))
    with pytest.raises(RefusedError, match="10 working days"):
        check(duty, Setting(duty.id, MARCH, "once", 15))
    later_is_milder = shipped.model_copy(update={"clock": tuple(
        each.model_copy(update={"value": value}) for each, value in zip(clocks, (10, 20), strict=True)
    )})  # fmt: skip
    check(later_is_milder, Setting(duty.id, JUNE, "once", 15))
