"""Approving a connected person for a time, more time, and the end (SI 2010/959 regs 24 and 25)."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.core.action import CannotBeError, action
from kith.core.actor import Actor
from kith.design.dates import plain_date, today
from kith.kinship.actions.common import come, one, permit, said, written
from kith.kinship.models import ApprovalEnd, ApprovalExtension, ExtensionKind, TemporaryApproval
from kith.law.clock import last_day
from kith.law.register import effective_register

TIME, MORE = "KC-01", "KC-02"
"""The duties of the register whose clocks count the time, and the longer time."""


def runs_until(duty: str, began: date) -> date:
    """The last day, as the register in force on that day counts it."""
    (clock, *_) = effective_register(began)[duty].clock
    return last_day(began, clock)


def _is_officer(by: Actor) -> bool:
    return Permission.ALLOCATE in role_named(by.role).may


@action("kinship.approve_for_a_time")
def approve_for_a_time(
    *, by: Actor, child: UUID, carer: UUID, began_on: date, looked_at: str, agreement_on: date | None = None
) -> UUID:
    """The child came to a relative or friend; the id. By whoever is there: tonight waits for no nominated officer.

    A manager's own entry is agreed with it; any other stands as not agreed until one does. Raises NotPermittedError,
    CannotBeError.
    """
    permit(by, child, carer)
    if child == carer:
        raise CannotBeError("Nobody is their own carer. Choose somebody else.", field="carer")
    come(began_on, "began_on")
    if TemporaryApproval.objects.filter(child_id=child, carer_id=carer, ended_on=None).exists():
        raise CannotBeError("They are approved for a time already.", field="carer")
    officer = _is_officer(by)
    made = TemporaryApproval.objects.create(
        child_id=child, carer_id=carer, began_on=began_on, runs_until=runs_until(TIME, began_on),
        looked_at=written(looked_at, field="looked_at", asks="Say what was looked at: home, people, the child’s wish."),
        agreement_on=come(agreement_on, "agreement_on") if agreement_on else None,
        agreed_by=by.id if officer else None, agreed_on=today() if officer else None, recorded_by=by.id,
    )  # fmt: skip
    said(by, "A relative or friend was approved for a time", child, carer, approval=made.id)
    return made.id


@action("kinship.agree_approval")
def agree_approval(*, by: Actor, approval: UUID, agreement_on: date | None = None) -> None:
    """A nominated officer agrees. Raises NotPermittedError for whoever is none, CannotBeError where it is agreed."""
    held = one(TemporaryApproval, approval)
    permit(by, held.child_id, needs=Permission.ALLOCATE)
    if held.agreed_by is not None:
        raise CannotBeError("This is agreed already.")
    if held.recorded_by == by.id:
        raise CannotBeError("Somebody else agrees to what you wrote down.")
    day = come(agreement_on, "agreement_on") if agreement_on else held.agreement_on
    TemporaryApproval.objects.filter(id=approval).update(agreed_by=by.id, agreed_on=today(), agreement_on=day)
    said(
        by,
        "A nominated officer agreed to approval for a time",
        held.child_id,
        held.carer_id,
        approval=approval,
    )


@action("kinship.give_more_time")
def give_more_time(
    *,
    by: Actor,
    approval: UUID,
    kind: str,
    on: date,
    still_best: str,
    reviewing_told_on: date,
    panel_on: date | None = None,
) -> UUID:
    """More time, once of each kind; the id. A nominated officer gives it, having looked again at whether it is best.

    Given after the time ran out it is recorded all the same: what ran over stays to be seen. Raises NotPermittedError,
    CannotBeError.
    """
    held = one(TemporaryApproval, approval)
    permit(by, held.child_id, needs=Permission.ALLOCATE)
    which = ExtensionKind(kind)
    if held.ended_on is not None:
        raise CannotBeError("This has ended already.")
    if ApprovalExtension.objects.filter(approval_id=approval, kind=which.value).exists():
        raise CannotBeError("This was given once already. The law gives it once.", field="kind")
    if which is ExtensionKind.LONGER and panel_on is None:
        raise CannotBeError("Say when the panel’s view was asked for.", field="panel_on")
    begins = max(come(on, since=held.began_on, after="the child came"), held.began_on)
    longer = which is ExtensionKind.LONGER
    made = ApprovalExtension.objects.create(
        approval_id=approval, kind=which.value, began_on=begins,
        runs_until=runs_until(MORE, max(begins, held.runs_until)) if longer else None,
        still_best=written(still_best, field="still_best", asks="Say why this is still the best home for the child."),
        panel_on=come(panel_on, "panel_on") if panel_on else None,
        reviewing_told_on=come(reviewing_told_on, "reviewing_told_on"), recorded_by=by.id,
    )  # fmt: skip
    said(
        by,
        "More time was given to approve a relative or friend",
        held.child_id,
        held.carer_id,
        approval=approval,
    )
    return made.id


@action("kinship.end_approval")
def end_approval(*, by: Actor, approval: UUID, on: date, how: str) -> None:
    """It ended: approved, an order, or the child lives elsewhere. Raises NotPermittedError, CannotBeError."""
    held = one(TemporaryApproval, approval)
    permit(by, held.child_id)
    if held.ended_on is not None:
        raise CannotBeError(f"This ended on {plain_date(held.ended_on)}.")
    day = come(on, since=held.began_on, after="the child came")
    TemporaryApproval.objects.filter(id=approval).update(ended_on=day, how_ended=ApprovalEnd(how).value)
    said(by, "Approval for a time ended", held.child_id, held.carer_id, approval=approval)
