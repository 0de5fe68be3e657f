"""Approval for a time: counted by the register, late told, more time once, tonight never delayed."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.kinship import actions
from kith.kinship.approvals import running
from kith.kinship.models import ApprovalExtension, TemporaryApproval
from kith.law.due import obligations
from tests.kinship.kinfolk import Kinfolk, ago, today
from tests.support import make

pytestmark = pytest.mark.database
WEEKS_16, WEEKS_8 = timedelta(weeks=16), timedelta(weeks=8)


def came(kin: Kinfolk, days: int, **more: Any) -> UUID:
    told = {
        "child": kin.child.id,
        "carer": kin.nan.id,
        "began_on": ago(days),
        "looked_at": "Home, talk, her wish.",
    }
    made: UUID = kin.does(actions.approve_for_a_time, **(told | more))
    return made


def more_time(kin: Kinfolk, approval: UUID, kind: str = "longer", on: date | None = None) -> UUID:
    made: UUID = kin.does(
        actions.give_more_time, kin.manager, approval=approval, kind=kind, on=on or today(), still_best="She is well.",
        reviewing_told_on=today(), panel_on=today(),
    )  # fmt: skip
    return made


def due(kin: Kinfolk) -> dict[str, tuple[str, date | None]]:
    with acting(make.actor(kin.lead), read_only=True):
        found = obligations([kin.child.id], as_at=today())
        return {each.duty: (each.state, each.due) for each in found if each.duty.startswith("KC-")}


def test_the_countdown_is_the_registers_and_ends_with_the_approval(kin_folk: Kinfolk) -> None:
    approval = came(kin_folk, 20)
    row = TemporaryApproval.objects.using(make.OWNER).get(id=approval)
    assert row.runs_until == ago(20) + WEEKS_16
    assert due(kin_folk)["KC-01"] == ("due", row.runs_until)
    kin_folk.does(actions.end_approval, approval=approval, on=today(), how="approved")
    assert due(kin_folk)["KC-01"][0] == "met"
    assert "KC-04" not in due(kin_folk)


def test_what_ran_over_is_late_and_the_child_is_owed_a_home(kin_folk: Kinfolk) -> None:
    approval = came(kin_folk, 120)
    assert due(kin_folk)["KC-01"][0] == "late"
    assert due(kin_folk)["KC-04"][0] == "late"
    with acting(make.actor(kin_folk.manager), read_only=True):
        (one,) = running()
    assert (one.approval, one.days_left, one.over, one.agreed) == (approval, -8, True, False)


def test_more_time_is_given_once_by_a_nominated_officer_and_counts_from_the_first_end(
    kin_folk: Kinfolk,
) -> None:
    approval = came(kin_folk, 100)
    with pytest.raises(NotPermittedError):
        kin_folk.does(
            actions.give_more_time, approval=approval, kind="longer", on=today(), still_best="x",
            reviewing_told_on=today(), panel_on=today(),
        )  # fmt: skip
    more_time(kin_folk, approval)
    with pytest.raises(CannotBeError, match="gives it once"):
        more_time(kin_folk, approval)
    row = ApprovalExtension.objects.using(make.OWNER).get(approval_id=approval)
    assert row.runs_until == ago(100) + WEEKS_16 + WEEKS_8
    assert due(kin_folk)["KC-01"][0] == "met"
    assert due(kin_folk)["KC-02"][0] == "due"
    more_time(kin_folk, approval, "review")
    with acting(make.actor(kin_folk.manager), read_only=True):
        (one,) = running()
    assert one.until is None
    assert not one.over


def test_tonight_waits_for_no_officer_and_stands_as_not_agreed_until_another_agrees(
    kin_folk: Kinfolk,
) -> None:
    approval = came(kin_folk, 0)
    with acting(make.actor(kin_folk.manager), read_only=True):
        assert [each.agreed for each in running()] == [False]
    with pytest.raises(NotPermittedError):
        kin_folk.does(actions.agree_approval, approval=approval)
    kin_folk.does(actions.agree_approval, kin_folk.manager, approval=approval, agreement_on=today())
    with acting(make.actor(kin_folk.manager), read_only=True):
        assert [each.agreed for each in running()] == [True]
    with pytest.raises(CannotBeError, match="agreed already"):
        kin_folk.does(actions.agree_approval, kin_folk.manager, approval=approval)


@pytest.mark.parametrize("day", ["began_on", "agreement_on"])
def test_no_day_of_it_is_still_to_come(kin_folk: Kinfolk, day: str) -> None:
    with pytest.raises(CannotBeError, match="still to come"):
        came(kin_folk, 1, **{day: today() + timedelta(days=1)})


def test_what_was_looked_at_is_said(kin_folk: Kinfolk) -> None:
    with pytest.raises(CannotBeError, match="what was looked at"):
        came(kin_folk, 1, looked_at=" ")


def test_two_approvals_at_once_and_an_end_before_it_began_are_refused(kin_folk: Kinfolk) -> None:
    approval = came(kin_folk, 3)
    with pytest.raises(CannotBeError, match="already"):
        came(kin_folk, 2)
    with pytest.raises(CannotBeError, match="before the child came"):
        kin_folk.does(actions.end_approval, approval=approval, on=ago(4), how="moved")


def test_who_said_yes_is_owed_a_first_look_and_it_is_met_when_that_is_decided(kin_folk: Kinfolk) -> None:
    kin = kin_folk
    named = kin.does(
        actions.name_somebody,
        child=kin.child.id,
        name="Nan",
        named_by="Ada",
        may_ask="may",
        settled_with="Ada",
    )
    assert "KC-05" not in due(kin)
    kin.does(actions.explore, exploration=named, outcome="yes", on=ago(2))
    assert due(kin)["KC-05"][0] == "due"
    look = kin.look(exploration=named)
    told = {kin.nan.id: "We go on.", kin.grandad.id: "We go on."}
    kin.does(actions.decide_look, look=look, outcome="positive", on=today(), told=told)
    assert due(kin)["KC-05"][0] == "met"


def test_a_family_never_in_care_is_told_of_the_offer_and_asked_at_key_ages(
    kin_folk: Kinfolk,
) -> None:
    kin = kin_folk
    caring = kin.caring(known_on=ago(3))
    assert due(kin)["KC-09"][0] == "due"
    kin.does(actions.give_offer, caring=caring, on=today())
    assert due(kin)["KC-09"][0] == "met"
    # She is 14: at 15 and 17 she and her carer are told what changes at 16 and 18.
    with acting(make.actor(kin.lead), read_only=True):
        found = [each for each in obligations([kin.child.id], as_at=today()) if each.duty == "KC-16"]
    assert [(each.state, each.due) for each in found] == [
        ("due", date(2027, 5, 1)),
        ("due", date(2029, 5, 1)),
    ]
