"""Facts that cannot all be right are told to the worker who can mend them, and stop no clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID, uuid4

import pytest
from django.db import connections
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.law.engine import derive
from kith.law.facts import Fact
from kith.law.oddities import Impossible, oddities
from kith.law.register import Register, load
from tests.law.test_columnar import PEOPLE, a_fact
from tests.support import make
from tests.support.visit import signed_in, words_of

Told = Callable[..., Fact]
TODAY = date(2026, 1, 5)


def said(*facts: Fact) -> list[str]:
    return [each.says for each in oddities(facts, [], TODAY)]


def test_a_review_before_care_began_is_told_with_both_dates(told: Told) -> None:
    early = told("looked_after_review", "2024-02-20")
    assert said(told("looked_after", "2024-03-01"), early, told("looked_after_review", "2024-03-20")) == [
        "“a review meeting about the child's care was held” is dated Tuesday 20 February 2024, but “the child is"
        " looked after by the council (short breaks apart)” is not recorded for that day. Check both dates."
    ]
    assert said(told("looked_after", "2024-02-01", "2024-02-20"), early) == []


def test_two_plans_at_once_are_told_and_two_that_follow_are_not(told: Told) -> None:
    plan = "child_protection_plan"
    assert said(told(plan, "2024-01-10", "2024-03-01"), told(plan, "2024-03-01")) == []
    (says,) = said(told(plan, "2024-01-10"), told(plan, "2024-03-01"))
    assert "recorded twice at once, from Wednesday 10 January 2024 and from Friday 1 March 2024" in says


def test_an_assessment_before_its_own_referral_is_told_and_before_another_is_not(told: Told) -> None:
    finished = told("assessment_finished", "2024-02-01", ref="a")
    assert said(told("referral", "2024-03-01", ref="b"), finished) == []
    (says,) = said(told("referral", "2024-03-01", ref="a"), finished)
    assert "dated Thursday 1 February 2024, before “a referral" in says


def test_a_conference_held_and_not_needed_cannot_both_be(told: Told) -> None:
    held, not_needed = told("initial_conference", "2024-02-01", ref="a"), "conference_not_required"
    assert said(held, told(not_needed, "2024-01-20", ref="b")) == []
    assert "Check which is right." in said(held, told(not_needed, "2024-01-20", ref="a"))[0]


def test_a_child_may_be_referred_before_birth_but_not_years_before_nor_be_in_care(told: Told) -> None:
    born = told("birth", "2024-06-01")
    assert said(born, told("referral", "2024-01-01"), told("child_protection_plan", "2024-04-01")) == []
    assert "but the child was born on Saturday 1 June 2024" in said(born, told("referral", "2022-06-01"))[0]
    assert len(said(born, told("looked_after", "2024-05-31"))) == 1


def test_what_is_dated_ahead_is_told_but_for_what_returns_date_on_the_last_day_of_their_year(
    told: Told,
) -> None:
    assert said(told("dental_check_in_year", "2026-03-31")) == []
    assert "has not come yet" in said(told("referral", "2026-03-31"))[0]


def test_a_day_that_cannot_be_is_told_as_it_is_written() -> None:
    row = Impossible("referral", UUID(int=7), "20015-02-01", None)
    (found,) = oddities([], [row, row], TODAY)
    assert (found.person, found.says) == (
        UUID(int=7),
        "“a referral to children's social care, until it is closed” is dated 20015-02-01, which cannot be."
        " Check the date.",
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(a_fact(), max_size=25))
def test_no_facts_however_wrong_stop_the_clock_or_the_check(facts: list[Fact]) -> None:
    derive(facts, Register(tuple(load())), as_at=TODAY)
    found = oddities(facts, [], TODAY)
    assert {each.person for each in found} <= set(PEOPLE)
    assert found == oddities(list(reversed(facts)), [], TODAY)


@pytest.mark.database
def test_the_worker_reads_it_on_the_persons_page_and_everything_else_still_works() -> None:
    from kith.core.acting import acting
    from kith.law.county import all_obligations
    from kith.law.due import rules_of

    child, lead = make.person(), make.account("lead")
    make.involved(lead, child)
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(
            "INSERT INTO help_referral (id, recorded_at, source, person_id, referred_on, referral_source, primary_need,"
            " reason_closed, reported_year) VALUES (%s, now(), 'worker', %s, '20015-02-01', '', '', '', '')",
            [uuid4(), child.id],
        )
    page = signed_in(lead).get(f"/people/{child.id}/")
    assert page.status_code == 200
    assert (
        "To settle “a referral to children's social care, until it is closed” is dated 20015-02-01"
        in words_of(page)
    )
    assert signed_in(lead).get(f"/people/{child.id}/duties/").status_code == 200
    with acting(make.actor(lead)):
        assert list(all_obligations(rules_of(TODAY), as_at=TODAY)) == []
