"""Beginning a plan, saying what the law adds to it, and ending it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action
from kith.core.actor import Actor
from kith.core.ranges import during
from kith.design.dates import today
from kith.people.actions.conflicts import CannotBeError
from kith.people.models import FamilyMember
from kith.plan.actions.common import as_far_as_open, open_plan, said, words_kept
from kith.plan.models import Basis, Part, Plan, PlanBasis, PlanPerson


@action("plan.start_plan")
def start_plan(
    *, by: Actor, family: UUID, people: Mapping[UUID, str], basis: str, on: date, covert: UUID | None = None
) -> UUID:
    """Begin the one plan of a family: `people` are those whom it is about, with their part. Returns its id.

    Raises NotPermittedError; CannotBeError for no child, a day to come, or where there is one already.
    """
    about = [each for each, part in people.items() if part in {Part.CHILD, Part.PARENT}]
    tell.permit(by=by, permission=Permission.PLAN, persons=about)
    if Part.CHILD not in people.values():
        raise CannotBeError("Choose at least one child or young person.", field="people")
    if on > today():
        raise CannotBeError("This day is still to come.", field="on")
    common = {"recorded_by": by.id}
    plan = Plan(family_id=family, started_on=on, covert_id=covert, **common)
    try:
        with as_far_as_open("Somebody of this family is not open to you."), transaction.atomic():
            plan.save(force_insert=True)
            PlanPerson.objects.bulk_create(
                PlanPerson(plan_id=plan.id, person_id=each, part=Part(part).value, **common)
                for each, part in people.items()
            )
            PlanBasis(plan_id=plan.id, basis=Basis(basis).value, during=during(on, None), **common).save(
                force_insert=True
            )
    except IntegrityError as error:
        raise CannotBeError("This family has a plan already: there is only ever one.") from error
    said(by, plan, about, "A plan was begun")
    return plan.id


@action("plan.set_basis")
def set_basis(*, by: Actor, plan: UUID, basis: str, on: date) -> None:
    """Say what the law needs from the same plan from a day on; what held before ends on that day.

    Raises NotPermittedError; CannotBeError for a day before the last change.
    """
    found, about = open_plan(plan, by=by)
    held = PlanBasis.objects.filter(plan_id=plan, during__endswith=None).first()
    if held is not None:
        if held.during.lower is not None and on <= held.during.lower:
            raise CannotBeError("The day must be after the last change.", field="on")
        PlanBasis.objects.filter(id=held.id).update(during=during(held.during.lower, on))
    with as_far_as_open():
        PlanBasis(plan_id=plan, basis=Basis(basis).value, during=during(on, None), recorded_by=by.id).save(
            force_insert=True
        )
    said(by, found, about, "What the law needs from the plan changed", basis=basis)


@action("plan.end_plan")
def end_plan(*, by: Actor, plan: UUID, on: date, why: str) -> None:
    """End it, with the reason that the family is told. Raises NotPermittedError; CannotBeError."""
    found, about = open_plan(plan, by=by)
    if found.ended_on is not None:
        raise CannotBeError("This plan has ended already.")
    if not found.started_on <= on <= today():
        raise CannotBeError("Choose a day from its start up to today.", field="on")
    kept = words_kept(why, field="why", most=300)
    ended = Plan.objects.filter(id=plan).update(ended_on=on, why_ended=kept)
    if not ended:
        raise CannotBeError("Only somebody who writes this plan can end it.")
    said(by, found, about, "The plan ended")


def family_of(persons: Sequence[UUID]) -> UUID | None:
    """The family that these people count as one of, the newest first. One statement."""
    rows = FamilyMember.objects.filter(person_id__in=persons).order_by("-during", "family_id")
    return rows.values_list("family_id", flat=True).first()
