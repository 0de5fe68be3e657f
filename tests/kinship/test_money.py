"""Awards: worked out by the rules, nothing cut without notice and a chance to answer, whatever SQL is run."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.kinship import actions
from kith.kinship.models import Award, ReductionNotice
from tests.kinship.kinfolk import Kinfolk, ago, today
from tests.support import make

pytestmark = pytest.mark.database


def paid(kin: Kinfolk) -> list[tuple[int, str]]:
    return list(Award.objects.using(make.OWNER).order_by("from_on").values_list("weekly_pence", "ended"))


def test_an_award_says_how_it_is_made_and_the_next_ends_it(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    kin.shows(caring := kin.caring("sgo", after_care=True))
    kin.awards(caring, ago(60), facts=["after_care"])
    kin.awards(caring, ago(10), facts=["after_care", "disabled"], reason="She was found to be disabled.")
    (first, ended), (second, _) = paid(kin)
    assert (ended, second > first) == ("replaced", True)
    now = kin.sees(kin.her).of("award", until=None)
    assert [each.body["pence"] for each in now] == [second]
    assert (
        now[0].body["lines"][1][0]
        == "The child was looked after before the order, so the whole allowance goes on."
    )
    assert kin.sees(kin.him).of("award") == []


def test_nothing_is_cut_without_notice_time_to_answer_and_another_who_decides(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    kin.shows(caring := kin.caring("sgo"))
    award = kin.awards(caring, ago(80), facts=["in_need"])
    with pytest.raises(CannotBeError, match="Give notice first"):
        kin.awards(caring, today())
    with pytest.raises(CannotBeError, match="not less"):
        kin.does(actions.give_notice, award=award, to_pence=10**6, reason="x", on=today())
    notice = kin.does(
        actions.give_notice, award=award, to_pence=0, reason="Needs were looked at again.", on=today()
    )
    with pytest.raises(CannotBeError, match="waits"):
        kin.does(actions.give_notice, award=award, to_pence=0, reason="x", on=today())
    with pytest.raises(CannotBeError, match="may still answer"):
        kin.does(actions.decide_notice, kin.manager, notice=notice, stands=True, decision="x")
    told = kin.sees(kin.her).of("notice")[0]
    assert told.body["answer_by"] == (today() + timedelta(days=28)).isoformat()
    kin.does(actions.answer_notice, kin.her, notice=notice, words="We cannot live on that.", whose="Nora")
    assert [each.body["words"] for each in kin.sees(kin.her).of("noticed")] == ["We cannot live on that."]
    kin.does(actions.decide_notice, kin.manager, notice=notice, stands=False, decision="You are right.")
    with pytest.raises(CannotBeError, match="Give notice first"):
        kin.awards(caring, today())
    with pytest.raises(CannotBeError, match="decided already"):
        kin.does(actions.answer_notice, kin.her, notice=notice, words="x", whose="Nora")


def test_after_notice_that_stands_less_is_paid_and_not_before(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    caring = kin.caring("sgo")
    award = kin.awards(caring, ago(80), facts=["in_need"])
    notice = kin.does(actions.give_notice, award=award, to_pence=0, reason="Needs changed.", on=ago(40))
    with pytest.raises(NotPermittedError):
        kin.does(actions.decide_notice, notice=notice, stands=True, decision="x")
    kin.does(
        actions.decide_notice, kin.manager, notice=notice, stands=True, decision="Nobody answered in 28 days."
    )
    with pytest.raises(CannotBeError, match="Give notice first"):
        kin.awards(caring, ago(3))
    kin.awards(caring, today(), reason="After notice.")
    assert paid(kin) == [(22900, "notice"), (0, "")]


def test_past_the_actions_the_database_refuses_a_cut_without_notice(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    caring = kin.caring("sgo")
    award = kin.awards(caring, ago(80), facts=["in_need"])
    row = {
        "caring_id": caring, "weekly_pence": 1, "from_on": today(), "rules": "x", "facts": {}, "lines": [],
        "reason": "x", "review_on": today(), "recorded_by": kin.lead.id,
    }  # fmt: skip
    with acting(make.actor(kin.lead)):
        Award.objects.filter(id=award).update(until=today(), ended="replaced")
        with pytest.raises(DatabaseError, match="only after notice"), transaction.atomic():
            Award.objects.create(**row)
    with acting(make.actor(kin.lead)), pytest.raises(DatabaseError), transaction.atomic():
        Award.objects.filter(id=award).update(weekly_pence=1)
    with acting(make.actor(kin.lead)), pytest.raises(DatabaseError), transaction.atomic():
        ReductionNotice.objects.filter(award_id=award).update(to_pence=0, answer_by=ago(1))


def test_an_award_ends_by_itself_only_with_the_care_or_at_18(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    caring = kin.caring("sgo")
    award = kin.awards(caring, ago(80), facts=["in_need"])
    for how, says in (
        ("left", "lives there still"),
        ("grown", "not 18"),
        ("notice", "Give notice"),
        ("replaced", "Give"),
    ):
        with pytest.raises(CannotBeError, match=says):
            kin.does(actions.end_award, award=award, on=today(), how=how)
    kin.does(actions.end_caring, caring=caring, on=today(), why="She went home.")
    kin.does(actions.end_award, award=award, on=today(), how="left")
    assert paid(kin) == [(22900, "left")]


def test_two_awards_on_one_day_and_one_before_the_child_came_are_refused(kin_folk: Kinfolk) -> None:
    caring = kin_folk.caring("foster", ago(30))
    with pytest.raises(CannotBeError, match="before the child came"):
        kin_folk.awards(caring, ago(31))
    kin_folk.awards(caring, ago(30))
    with pytest.raises(CannotBeError, match="not after the day"):
        kin_folk.awards(caring, ago(30))
