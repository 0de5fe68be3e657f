"""How facts become obligations: ends, excuses, suspensions and commencement."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kith.law.engine import derive
from kith.law.facts import Fact
from kith.law.obligation import as_json
from kith.law.register import Register, load

Told = Callable[..., Fact]
AS_AT = date(2025, 1, 1)


def test_care_that_ends_before_the_review_was_due_excuses_it(register: Register, told: Told) -> None:
    facts = [told("looked_after", "2024-03-01", "2024-03-11")]
    (found,) = derive(facts, register.only("LA-04"), as_at=AS_AT)
    assert (found.state, found.closed) == ("excused", date(2024, 3, 11))
    assert found.excuse == "It ended on Monday 11 March 2024, before this was due."


def test_care_that_ends_on_the_day_the_review_was_due_is_said_to_have_ended_that_day(
    register: Register, told: Told
) -> None:
    (due,) = derive([told("looked_after", "2024-03-01")], register.only("LA-04"), as_at=AS_AT)
    facts = [told("looked_after", "2024-03-01", due.due.isoformat())]
    (found,) = derive(facts, register.only("LA-04"), as_at=AS_AT)
    assert found.state == "excused"
    assert found.excuse == "It ended on Tuesday 2 April 2024, the day on which this was due."


def test_a_missed_clock_stays_late_after_care_has_ended_and_says_that_it_is_closed(
    register: Register, told: Told
) -> None:
    (found,) = derive([told("looked_after", "2024-03-01", "2024-06-01")], register.only("LA-04"), as_at=AS_AT)
    assert (found.state, found.met, found.closed) == ("late", None, date(2024, 6, 1))


def test_an_end_that_is_still_ahead_is_not_known(register: Register, told: Told) -> None:
    facts = [told("looked_after", "2024-03-01", "2024-03-11")]
    (found,) = derive(facts, register.only("LA-04"), as_at=date(2024, 3, 10))
    assert (found.state, found.closed) == ("due", None)


def test_each_period_of_care_has_its_own_first_review(register: Register, told: Told) -> None:
    facts = [
        told("looked_after", "2023-01-03", "2023-06-01"),
        told("looked_after_review", "2023-01-20"),
        told("looked_after", "2024-01-02"),
    ]
    found = derive(facts, register.only("LA-04"), as_at=AS_AT)
    assert [(each.starts.year, each.state) for each in found] == [(2023, "met"), (2024, "late")]


def test_no_review_is_due_after_the_last_day_of_care(register: Register, told: Told) -> None:
    facts = [
        told("looked_after", "2023-01-03", "2023-06-01"),
        told("looked_after_review", "2023-01-20"),
        told("looked_after_review", "2023-04-20"),
        told("looked_after_review", "2023-06-01"),
    ]
    found = derive(facts, register.only("LA-06"), as_at=AS_AT)
    assert [(each.starts, each.state) for each in found] == [(date(2023, 4, 20), "met")]


def test_only_facts_of_the_same_matter_meet_or_excuse(register: Register, told: Told) -> None:
    facts = [
        told("section_47_started", "2024-03-01", ref="a"),
        told("section_47_started", "2024-05-01", ref="b"),
        told("section_47_started", "2024-07-01", ref="c"),
        told("initial_conference", "2024-05-10", ref="b"),
        told("conference_not_required", "2024-07-01", ref="c"),
    ]
    found = derive(facts, register.only("CP-03"), as_at=AS_AT)
    assert [each.state for each in found] == ["late", "met", "excused"]
    assert found[2].excuse == "It was decided that no conference is needed."


def test_a_reason_that_the_return_does_not_accept_is_no_excuse(register: Register, told: Told) -> None:
    for reason, state in (("SDQ3", "excused"), ("SDQ4", "late")):
        facts = [
            told("birth", "2014-01-01"),
            told("looked_after", "2023-02-01"),
            told("strengths_and_difficulties_reason", "2024-03-31", reason=reason),
        ]
        found = derive(facts, register.only("LA-13"), as_at=date(2024, 4, 1))
        assert found[0].state == state


def test_ages_are_taken_on_the_due_day_and_nobody_is_guessed_at(register: Register, told: Told) -> None:
    care = told("looked_after", "2021-01-05")
    ages = {"2019-04-01": False, "2019-03-31": True, "2006-03-31": False, "2006-04-01": True}
    for born, applies in ages.items():
        found = derive([care, told("birth", born)], register.only("LA-13"), as_at=date(2023, 3, 31))
        assert any(each.due == date(2023, 3, 31) for each in found) is applies, born
    assert derive([care], register.only("LA-13"), as_at=date(2023, 3, 31)) == []


def test_placement_for_adoption_hands_reviews_over_and_back(register: Register, told: Told) -> None:
    facts = [
        told("looked_after", "2023-01-03"),
        told("looked_after_review", "2023-01-20"),
        told("looked_after_review", "2023-04-20"),
        told("placed_for_adoption", "2023-09-01", "2024-02-01"),
        told("looked_after_review", "2023-09-20"),
    ]
    reviews = derive(facts, register.only("LA-06", "AD-03"), as_at=AS_AT)
    assert [(each.duty, each.starts, each.state) for each in reviews] == [
        ("AD-03", date(2023, 9, 1), "met"),
        ("LA-06", date(2023, 4, 20), "met"),
        ("LA-06", date(2024, 2, 1), "late"),
    ]
    placed = [replace(fact, until=None) if fact.kind == "placed_for_adoption" else fact for fact in facts[:4]]
    (handed_over,) = derive(placed, register.only("LA-06"), as_at=date(2024, 1, 1))
    assert (handed_over.state, handed_over.excuse[:19]) == ("excused", "Placed for adoption")


def test_reviews_resume_when_a_placement_ends_even_if_none_was_held_in_it(
    register: Register, told: Told
) -> None:
    facts = [
        told("looked_after", "2023-01-03"),
        told("looked_after_review", "2023-01-20"),
        told("looked_after_review", "2023-04-20"),
        told("placed_for_adoption", "2023-09-01", "2024-02-01"),
        told("looked_after_review", "2024-03-01"),
    ]
    found = derive(facts, register.only("LA-06"), as_at=date(2024, 4, 1))
    assert [(each.starts, each.met, each.state) for each in found] == [
        (date(2023, 4, 20), None, "excused"),
        (date(2024, 2, 1), date(2024, 3, 1), "met"),
        (date(2024, 3, 1), None, "due"),
    ]


def test_an_adoption_ends_care_and_leaves_no_review_behind(register: Register, told: Told) -> None:
    facts = [
        told("looked_after", "2023-01-03", "2024-02-01"),
        told("looked_after_review", "2023-01-20"),
        told("looked_after_review", "2023-04-20"),
        told("placed_for_adoption", "2023-09-01", "2024-02-01"),
        told("looked_after_review", "2023-09-20"),
    ]
    found = derive(facts, register.only("LA-06", "AD-04"), as_at=AS_AT)
    assert [(each.duty, each.starts, each.state) for each in found] == [
        ("AD-04", date(2023, 9, 20), "late"),
        ("LA-06", date(2023, 4, 20), "met"),
    ]


def test_a_care_leaver_still_looked_after_is_not_asked_about(register: Register, told: Told) -> None:
    facts = [
        told("birth", "2007-01-10"),
        told("looked_after", "2015-01-01", "2025-01-10"),
        told("care_leaver", "2023-01-10"),
    ]
    found = derive(facts, register.only("LC-13"), as_at=date(2025, 1, 10))
    assert [each.due for each in found] == [date(2025, 2, 10)]


def test_a_birthday_window_is_in_view_from_the_day_it_opens(register: Register, told: Told) -> None:
    facts = [told("birth", "2005-06-15"), told("care_leaver", "2023-06-16")]
    before = derive(facts, register.only("LC-13"), as_at=date(2024, 3, 14))
    after = derive(facts, register.only("LC-13"), as_at=date(2024, 3, 15))
    assert (len(before), len(after)) == (0, 1)


def test_law_that_has_not_begun_advises_and_binds_from_its_day_by_data_alone(
    register: Register, told: Told
) -> None:
    facts = [told("letter_before_proceedings", "2027-03-01"), told("letter_before_proceedings", "2027-04-01")]
    offer = register["PL-03"]
    forces = [each.force for each in derive(facts, register.only("PL-03"), as_at=date(2027, 5, 1))]
    assert forces == ["advisory", "advisory"]
    begun = Register((offer.model_copy(update={"commences_on": date(2027, 4, 1)}),))
    found = derive(facts, begun, as_at=date(2027, 5, 1))
    assert [each.force for each in found] == ["advisory", "required"]
    ended = Register((register["LA-04"].model_copy(update={"ends_on": date(2024, 1, 1)}),))
    (gone,) = derive([told("looked_after", "2024-03-01")], ended, as_at=AS_AT)
    assert gone.force == "advisory"


def test_a_duty_before_a_day_is_due_before_it(register: Register, told: Told) -> None:
    report = register["CP-03"].model_copy(
        update={
            "clock": (register["CP-03"].clock[0].model_copy(update={"value": 5, "direction": "before"}),),
        }
    )
    facts = [
        told("section_47_started", "2026-04-07", ref="a"),
        told("initial_conference", "2026-03-30", ref="a"),
    ]
    (found,) = derive(facts, Register((report,)), as_at=date(2026, 4, 8))
    assert (found.due, found.state) == (date(2026, 3, 27), "met_late")


def test_a_kind_of_fact_that_the_law_does_not_know_is_refused_by_name(register: Register, told: Told) -> None:
    with pytest.raises(ValueError, match="'tea_party' is not a kind of fact"):
        derive([told("tea_party", "2024-03-01")], register, as_at=AS_AT)


def test_the_reasoning_says_fact_rule_source_sum_outcome_and_force(register: Register, told: Told) -> None:
    facts = [told("looked_after", "2025-12-18"), told("looked_after_review", "2026-01-20")]
    (found,) = derive(facts, register.only("LA-04"), as_at=date(2026, 2, 1))
    kinds = [step.kind for step in found.because]
    assert kinds == ["fact", "rule", "arithmetic", "holidays", "met", "force", "source", "sure"]
    assert "Friday 26 December 2025 (Boxing Day)" in found.because[3].text
    assert found.because[6].link == "https://www.legislation.gov.uk/uksi/2010/959/regulation/33"


def test_the_json_has_the_shape_of_the_contract(register: Register, told: Told) -> None:
    (found,) = derive([told("looked_after", "2024-03-01")], register.only("LA-04"), as_at=AS_AT)
    assert as_json(found) == {
        "duty": "LA-04",
        "person": str(UUID(int=7)),
        "name": "First looked-after review",
        "starts": "2024-03-01",
        "due": "2024-04-02",
        "met": None,
        "state": "late",
        "force": "required",
        "source": "SI 2010/959 (care planning) reg 33(1)",
        "excuse": None,
    }


DAYS = st.dates(date(2015, 1, 1), date(2024, 12, 31))


@given(DAYS, st.lists(DAYS, max_size=8), DAYS)
def test_nothing_after_the_day_asked_about_changes_the_answer(
    start: date, reviews: list[date], as_at: date
) -> None:
    person, only = UUID(int=1), load().only("LA-04", "LA-05", "LA-06")
    facts = [
        Fact("looked_after", person, start),
        *(Fact("looked_after_review", person, day) for day in reviews),
    ]
    past = [fact for fact in facts if fact.on <= as_at]
    assert derive(facts, only, as_at=as_at) == derive(past, only, as_at=as_at)


@given(DAYS, st.lists(DAYS, max_size=8), DAYS)
def test_states_agree_with_their_dates_and_one_review_at_most_is_open(
    start: date, reviews: list[date], as_at: date
) -> None:
    person, only = UUID(int=1), load().only("LA-04", "LA-05", "LA-06")
    facts = [
        Fact("looked_after", person, start),
        *(Fact("looked_after_review", person, day) for day in reviews),
    ]
    found = derive(facts, only, as_at=as_at)
    for each in found:
        assert each.starts <= each.due
        assert (each.met is not None) is each.state.startswith("met")
        assert (each.state == "met") is (each.met is not None and each.met <= each.due)
        assert (each.state == "late") is (each.met is None and as_at > each.due)
    assert sum(each.met is None for each in found) == (1 if start <= as_at else 0)


@pytest.mark.parametrize(
    ("as_at", "said_on", "state"),
    [
        (date(2026, 3, 30), None, "due"),
        (date(2026, 3, 31), None, "excused"),
        (date(2026, 3, 31), "2026-03-20", "met"),
        (date(2026, 5, 1), "2026-04-20", "met"),
    ],
)
def test_a_time_that_the_law_gives_at_least_is_never_late(
    register: Register, told: Told, as_at: date, said_on: str | None, state: str
) -> None:
    # Told on 2 March 2026 that it is likely to be no: 28 days at least to answer, until 30 March. A right, not a debt.
    facts = [told("foster_refusal_notice", "2026-03-02", ref="a")]
    facts += [told("foster_representations", said_on, ref="a")] if said_on else []
    (found,) = derive(facts, register.only("FO-06"), as_at=as_at)
    assert (found.due, found.state) == (date(2026, 3, 30), state)
    over = "The law gives at least this time, and it is over: nothing more is due."
    assert found.excuse == (over if state == "excused" else "")
    assert "At least 28" in next(step.text for step in found.because if step.kind == "rule")
