"""A young person asks and is answered by a day they see; what the carer decides; reviews of theirs; the challenge."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kith.care.actions import asking, reviewing
from kith.care.models import Ask, IroChallenge, NotDelegated, Review, ReviewPlanned, ReviewWish
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.law.calendar import add_working_days
from tests.care.looked_after import came, child_and_worker, days_ago, doing
from tests.support import make

pytestmark = pytest.mark.database


def young_person(child: Any) -> Any:
    account = make.account("young_person")
    make.door(account, child)
    return account


def test_it_is_answered_with_a_reason_by_a_day_that_they_see_and_can_be_called_unfair() -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(30))
    theirs = young_person(child)
    asked = doing(theirs, asking.ask, matter="sleepover", said="At Mia’s on Friday", for_on=days_ago(-1))
    row = Ask.objects.using(make.OWNER).get(id=asked)
    assert row.answer_by == min(add_working_days(days_ago(0), 2), days_ago(-1))
    with pytest.raises(CannotBeError, match="Say why") as refused:
        doing(worker, asking.answer_ask, ask=asked, answer="no", reason=" ", answered_by="Ruth Hart")
    assert refused.value.field == "reason"
    doing(
        worker,
        asking.answer_ask,
        ask=asked,
        answer="no",
        reason="Mia’s mum is away.",
        answered_by="Ruth Hart",
    )
    with pytest.raises(CannotBeError, match="answered already"):
        doing(worker, asking.answer_ask, ask=asked, answer="yes", reason="x", answered_by="Ruth Hart")
    doing(theirs, asking.say_unfair, ask=asked, said="Her gran is there.")
    doing(worker, asking.look_again, ask=asked, answer="yes", reason="Her gran is there.", answered_by="Ann")
    with acting(make.actor(theirs)):
        mine = Ask.objects.get()
    assert (mine.answer, mine.reason, mine.answered_by) == ("yes", "Her gran is there.", "Ann")


def test_nobody_elses_asks_are_read_or_written_and_an_answer_is_not_theirs_to_change() -> None:
    child, worker = child_and_worker()
    other, _ = child_and_worker()
    theirs, another = young_person(child), young_person(other)
    asked = doing(theirs, asking.ask, matter="haircut")
    with acting(make.actor(another)):
        assert not Ask.objects.exists()
    parent = make.account("parent")
    make.door(parent, child, capacity="parent")
    with acting(make.actor(parent)):
        assert not Ask.objects.exists()
    with pytest.raises(NotPermittedError):
        doing(parent, asking.ask, matter="haircut")
    with pytest.raises(NotPermittedError):
        doing(another, asking.say_unfair, ask=asked, said="x")
    doing(worker, asking.answer_ask, ask=asked, answer="carer", reason="Nan decides.", answered_by="Ruth")
    with acting(make.actor(theirs)), pytest.raises(Exception, match="changed by those who gave it"):
        Ask.objects.filter(id=asked).update(answer="yes")
    with pytest.raises(CannotBeError, match="is over"):
        doing(theirs, asking.ask, matter="trip", for_on=days_ago(1))


def test_the_carer_decides_unless_a_reason_says_otherwise() -> None:
    child, worker = child_and_worker()
    with pytest.raises(CannotBeError, match="Without a reason the carer decides"):
        doing(worker, asking.keep_from_carer, person=child.id, matter="photos", decides="council", reason="")
    kept = doing(
        worker, asking.keep_from_carer, person=child.id, matter="photos", decides="council",
        reason="Somebody may look for you.",
    )  # fmt: skip
    with pytest.raises(CannotBeError, match="already"):
        doing(worker, asking.keep_from_carer, person=child.id, matter="photos", decides="self", reason="x")
    doing(worker, asking.give_back_to_carer, exception=kept)
    assert NotDelegated.objects.using(make.OWNER).get().until == days_ago(0)


def test_a_review_is_planned_led_by_the_child_held_by_the_officer_and_counted_for_the_return() -> None:
    child, worker = child_and_worker()
    officer = make.account("reviewing")
    make.involved(officer, child, role="reviewing_officer")
    theirs = young_person(child)
    planned = doing(worker, reviewing.plan_review, person=child.id, planned_for=days_ago(1), chairs="child")
    wish = doing(theirs, reviewing.wish, kind="invite", said="My football coach")
    doing(officer, reviewing.answer_wish, wish=wish, answer="He said yes.")
    with acting(make.actor(theirs)):
        assert ReviewWish.objects.get().answer == "He said yes."
        assert not ReviewPlanned.objects.exists()
    held = {
        "held_on": days_ago(1),
        "participation": "PN1",
        "decided": "Nan is asked about Sundays.",
        "for_child": "You see Nan.",
    }
    doing(officer, reviewing.hold_review, review=planned, visitor_looked_at=True, **held)
    counted = Review.objects.using(make.OWNER).get(person=child)
    assert (counted.reviewed_on, counted.participation) == (days_ago(1), "PN1")
    with pytest.raises(CannotBeError, match="cannot end before"):
        doing(officer, reviewing.send_review, review=planned, decisions_sent_on=days_ago(2))
    doing(officer, reviewing.send_review, review=planned, decisions_sent_on=days_ago(0))
    again = doing(worker, reviewing.plan_review, person=child.id, planned_for=days_ago(1))
    with pytest.raises(CannotBeError, match="recorded already"):
        doing(officer, reviewing.hold_review, review=again, **held)


def test_the_officer_alone_challenges_stops_the_clock_and_says_what_came_of_it() -> None:
    child, worker = child_and_worker()
    officer = make.account("reviewing")
    make.involved(officer, child, role="reviewing_officer")
    wrong = {"person": child.id, "about": "No plan to see his sister.", "wants": "A plan.", "stops": True}
    with pytest.raises(NotPermittedError):
        doing(worker, reviewing.challenge, raised_on=days_ago(3), **wrong)
    made = doing(officer, reviewing.challenge, raised_on=days_ago(3), **wrong)
    assert IroChallenge.objects.using(make.OWNER).get().settle_by == add_working_days(days_ago(3), 20)
    with pytest.raises(CannotBeError):
        doing(officer, reviewing.step_challenge, challenge=made, step="manager", on=days_ago(4))
    with pytest.raises(CannotBeError, match="what came of it"):
        doing(officer, reviewing.step_challenge, challenge=made, step="cafcass", on=days_ago(1), settled=True)
    doing(
        officer, reviewing.step_challenge, challenge=made, step="manager", on=days_ago(1), settled=True,
        outcome="He sees her each Saturday.",
    )  # fmt: skip
    assert IroChallenge.objects.using(make.OWNER).get().settled_on == days_ago(1)


@pytest.mark.parametrize(
    ("for_on", "expected"), [
        (None, date(2026, 12, 1)), (date(2026, 11, 28), date(2026, 11, 28)), (date(2026, 12, 24), date(2026, 12, 1)),
    ]
)  # fmt: skip
def test_an_answer_comes_in_two_working_days_and_before_the_day_it_is_for(
    for_on: date | None, expected: date
) -> None:
    assert asking.answer_by(date(2026, 11, 27), for_on) == expected
