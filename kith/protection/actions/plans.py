"""Child protection plans and the conferences that review them.

Source: CIN census N00105 to N00116; Working Together to Safeguard Children, on child protection conferences. What a
worker writes here is from then on the worker's: a later return lists the difference and changes nothing. While a concern
about the child is not yet told, what comes of it is not told either.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import plain_date
from kith.people.actions import CannotBeError
from kith.protection.actions.common import not_before, not_to_come, referral_open, referral_theirs
from kith.protection.actions.enquiries import open_concern
from kith.protection.models import ChildProtectionPlan, ProtectionPlanReview

Row = TypeVar("Row", ChildProtectionPlan, ProtectionPlanReview)


@action("protection.record_plan")
def record_plan(
    *,
    by: Actor,
    person: UUID,
    persons: Sequence[UUID],
    started_on: date,
    ended_on: date | None = None,
    initial_category: str = "",
    latest_category: str = "",
    previous_plans: int | None = None,
    referral_id: UUID | None = None,
    of: UUID | None = None,
) -> UUID:
    """Write a child protection plan, or correct the one with the id `of`; returns its id.

    `persons`: every id that the child goes by. Without a referral a new plan belongs to the one that was open when it
    began. Raises NotPermittedError; CannotBeError for a day to come, an end before the beginning, a plan that is not
    there, and days on which the record holds another plan: a child has one at a time, and the refusal names it.
    """
    tell.permit(by=by, permission=Permission.PROTECT, persons=[person])
    not_to_come(started_on, field="started_on", what="The day on which it began")
    if ended_on is not None:
        not_to_come(ended_on, field="ended_on", what="The day on which it ended")
        not_before(ended_on, started_on, field="ended_on", says="It cannot end before it began.")
    row = ChildProtectionPlan(person_id=person, recorded_by=by.id)
    if of:
        row = _found(ChildProtectionPlan, of, persons, says="This plan is not recorded any more.")
    _one_at_a_time(row, started_on, ended_on)
    row.started_on, row.ended_on = started_on, ended_on
    row.initial_category, row.latest_category = initial_category, latest_category
    row.previous_plans, row.source = previous_plans, Source.WORKER
    row.referral_id = referral_theirs(persons, referral_id) or (
        None if of else referral_open(person, started_on)
    )
    _save(row, new=not of, says="A plan covers some of these days.", field="started_on")
    _say(by, row.person_id, "A child protection plan", of=of, began=started_on, plan=row.id)
    return UUID(str(row.id))


@action("protection.record_plan_review")
def record_plan_review(
    *,
    by: Actor,
    person: UUID,
    persons: Sequence[UUID],
    plan_id: UUID,
    reviewed_on: date,
    of: UUID | None = None,
) -> UUID:
    """Write a review conference of a plan (N00116), or correct the one with the id `of`; returns its id.

    One outside the days of its plan is recorded as it was: the rules of the census mark it. Raises NotPermittedError;
    CannotBeError for a day to come, a plan or review that is not there, and a day that is recorded already.
    """
    tell.permit(by=by, permission=Permission.PROTECT, persons=[person])
    not_to_come(reviewed_on, field="reviewed_on", what="The day of the review")
    plan = ChildProtectionPlan.objects.filter(id=plan_id, person_id__in=persons).first()
    if plan is None:
        raise CannotBeError("Choose one of the plans that are recorded.", field="plan_id")
    row = ProtectionPlanReview(person_id=plan.person_id, recorded_by=by.id)
    if of:
        row = _found(ProtectionPlanReview, of, persons, says="This review is not recorded any more.")
    row.plan_id, row.reviewed_on, row.source = plan.id, reviewed_on, Source.WORKER
    says = "A review of this plan is recorded for this day already. Choose another day, or leave it as it is."
    _save(row, new=not of, says=says, field="reviewed_on")
    _say(
        by, row.person_id, "A review of a child protection plan", of=of, began=plan.started_on, review=row.id
    )
    return UUID(str(row.id))


def _found(model: type[Row], of: UUID, persons: Sequence[UUID], *, says: str) -> Row:
    found = model._default_manager.select_for_update().filter(pk=of, person_id__in=persons).first()
    if found is None:
        raise CannotBeError(says)
    return found


def _one_at_a_time(row: ChildProtectionPlan, started_on: date, ended_on: date | None) -> None:
    if ended_on == started_on:
        return
    others = ChildProtectionPlan.objects.filter(person_id=row.person_id).exclude(id=row.id)
    others = others.filter(Q(ended_on=None) | Q(ended_on__gt=started_on))
    if ended_on is not None:
        others = others.filter(started_on__lt=ended_on)
    for other in others.order_by("started_on"):
        if other.ended_on != other.started_on:
            until = f"ended on {plain_date(other.ended_on)}" if other.ended_on else "has not ended"
            raise CannotBeError(
                f"A plan that began on {plain_date(other.started_on)} and {until} covers some of these days. A child has"
                " one plan at a time: end or correct that one first, or change these days.",
                field="started_on",
            )


def _save(row: Any, *, new: bool, says: str, field: str) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=new)
    except IntegrityError as error:
        raise CannotBeError(says, field=field) from error


def _say(by: Actor, person: UUID, what: str, *, of: UUID | None, began: date, **ids: UUID) -> None:
    told = {name: str(each) for name, each in ids.items()}
    concerns([person], **told)
    tell.tell(
        by=by,
        about=[person],
        title=f"{what} was {'corrected' if of else 'recorded'}",
        facts=told,
        covert=open_concern(person, began),
    )
