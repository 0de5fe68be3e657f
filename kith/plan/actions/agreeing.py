"""Agreeing to a plan that others wrote, which keeps it as it stood; and looking at it again together."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from django.db import IntegrityError, connection
from django.db.models import Max

from kith.access.models import NotYetTold
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError, action
from kith.core.actor import Actor
from kith.design.dates import today
from kith.people.actions.conflicts import CannotBeError
from kith.plan.actions.common import LINES, as_far_as_open, open_plan, said, words_kept
from kith.plan.models import Part, PlanLine, PlanPerson, PlanReview, PlanVersion, Step
from kith.plan.rules import Asked, asks_only_parents, missing

# Of each kind of line, what it has of these.
KEPT = (
    *(
        "id",
        "words",
        "label",
        "covert_id",
        "whose_id",
        "in_whose_words",
        "reached_on",
        "dropped_on",
        "goal_id",
    ),
    *(
        "does_it",
        "person_id",
        "account_id",
        "service",
        "by_on",
        "keeps_safe",
        "done_on",
        "not_done_on",
        "met_on",
    ),
)


class NotYetError(CannotBeError):
    """What has to be added before this plan can be agreed. `what`: each in plain words. The draft stays as it is."""

    def __init__(self, what: list[str], *, field: str = "") -> None:
        super().__init__(" ".join(what), field=field)
        self.what = what


@action("plan.agree_plan")
def agree_plan(*, by: Actor, plan: UUID, why_only_parents: str = "") -> int:
    """Agree to it as it stands; the number of the version that is kept.

    Raises NotPermittedError for whoever wrote any of it; NotYetError with what to add, or for a reason.
    """
    found, about = open_plan(plan, by=by, permission=Permission.AGREE_PLAN)
    if not may_agree(plan):
        raise NotPermittedError("Somebody who wrote none of this plan agrees to it.")
    lines = [
        line
        for model in LINES
        for line in model._default_manager.filter(plan_id=plan).order_by("recorded_at")
    ]
    steps = asked_of(lines)
    wanting = missing(steps, causing_harm(plan))
    if wanting:
        raise NotYetError(wanting)
    reason = words_kept(why_only_parents, field="why_only_parents", most=500, needed=False)
    only = asks_only_parents(steps)
    if only and not reason:
        raise NotYetError(
            ["All that is still to be done is for parents. Say why, or add what we do."],
            field="why_only_parents",
        )
    last = PlanVersion.objects.filter(plan_id=plan).aggregate(last=Max("number"))["last"] or 0
    labels = 1
    for line in lines:
        labels |= line.label
    version = PlanVersion(
        plan_id=plan, number=last + 1, content=frozen(lines), labels=labels, agreed_on=today(), agreed_by_id=by.id,
        concerns=sorted({line.covert_id for line in lines if line.covert_id}, key=str),
        why_only_parents=reason if only else "", recorded_by=by.id,
    )  # fmt: skip
    try:
        with as_far_as_open():
            version.save(force_insert=True)
    except IntegrityError as error:
        raise CannotBeError("Somebody has just agreed to this plan. Look at it again.") from error
    hidden = (
        NotYetTold.objects.filter(id__in=version.concerns, ended_at=None).values_list("id", flat=True).first()
    )
    said(by, found, about, "The plan was agreed", covert=hidden, version=version.id)
    return version.number


@action("plan.review_plan")
def review_plan(
    *, by: Actor, plan: UUID, on: date, who_came: str, what_changed: str, next_on: date | None = None
) -> UUID:
    """The plan was looked at again together; the id of the review. Raises NotPermittedError, CannotBeError."""
    found, about = open_plan(plan, by=by)
    if not found.started_on <= on <= today():
        raise CannotBeError("Choose a day from its start up to today.", field="on")
    if next_on is not None and next_on <= on:
        raise CannotBeError("The next must be after this one.", field="next_on")
    came = words_kept(who_came, field="who_came", most=1000)
    changed = words_kept(what_changed, field="what_changed", most=4000)
    review = PlanReview(
        plan_id=plan, on=on, who_came=came, what_changed=changed, next_on=next_on, recorded_by=by.id
    )
    try:
        with as_far_as_open():
            review.save(force_insert=True)
    except IntegrityError as error:
        raise CannotBeError("A review on this day is recorded already.", field="on") from error
    said(by, found, about, "The plan was looked at again", review=review.id)
    return review.id


def may_agree(plan: UUID) -> bool:
    """Whether the actor holds the role and wrote none of it. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT plan_may_agree(%s)", [plan])
        return bool(cursor.fetchone()[0])


def causing_harm(plan: UUID) -> set[UUID]:
    """Who of a plan is said to cause harm. One statement."""
    return set(
        PlanPerson.objects.filter(plan_id=plan, part=Part.CAUSES_HARM).values_list("person_id", flat=True)
    )


def asked_of(lines: list[PlanLine]) -> list[Asked]:
    """The steps among them, as the rules see them."""
    return [
        Asked(
            does_it=each.does_it, person=each.person_id, keeps_safe=each.keeps_safe,
            open=each.done_on is None and each.not_done_on is None, stands=each.not_done_on is None,
        )
        for each in lines
        if isinstance(each, Step)
    ]  # fmt: skip


def frozen(lines: list[PlanLine]) -> list[dict[str, Any]]:
    """Every line as it stands, by kind: text, numbers and days as ISO text."""
    return [
        {"kind": type(line).__name__.lower()}
        | {name: _plain(getattr(line, name)) for name in KEPT if hasattr(line, name)}
        for line in lines
    ]


def _plain(value: Any) -> Any:
    return value if value is None or isinstance(value, (str, int, bool)) else str(value)
