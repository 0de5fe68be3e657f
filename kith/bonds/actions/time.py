"""Plans of time together, each time, and what stands in its way."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.models import NotYetTold
from kith.access.permissions import Permission
from kith.bonds.actions.common import NOT_HERE, needed, not_to_come, words_of
from kith.bonds.models import (
    Allows,
    Every,
    How,
    LimitKind,
    Meet,
    Stands,
    Tie,
    TimeConsidered,
    TimeLimit,
    TimePlan,
    TimeWith,
    WhyMissed,
)
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.design.dates import today
from kith.design.text import safe_text

URGENT = timedelta(days=7)
FORBIDDEN = (
    "Something on this child’s page stands in the way. Look at it first: an order, bail, or what was agreed."
)
TELLS = "This place would tell somebody who reads it where another lives or goes to school. Choose another place to meet."


@action("bonds.plan_time")
def plan_time(
    *,
    by: Actor,
    child: UUID,
    people: Sequence[tuple[UUID | None, str]],
    tie: str,
    how: str,
    times: int,
    every: str,
    agreed_with: str,
    orders_checked_on: date | None,
    what: str = "",
    travel: str = "",
    covert: UUID | None = None,
) -> UUID:
    """How often a child spends time with somebody, and how; the id. `people`: in the record or not, by name.

    Raises NotPermittedError; CannotBeError without anybody, where orders were not looked at today or before, and where
    something that stands in the way does not allow it.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[child])
    whom = [(person, safe_text(name)[:120]) for person, name in people if safe_text(name)]
    if not whom:
        raise CannotBeError("Say whom they spend the time with.", field="people")
    if orders_checked_on is None:
        raise CannotBeError("Look for court orders first, and say when you did.", field="orders_checked_on")
    _allowed(child, [person for person, _ in whom if person], How(how).value, today())
    if covert is not None and not NotYetTold.objects.filter(id=covert).exists():
        raise NotPermittedError(NOT_HERE)
    made = TimePlan.objects.create(
        child_id=child,
        tie=Tie(tie).value,
        how=How(how).value,
        times=min(max(int(times), 1), 31),
        every=Every(every).value,
        what=words_of(what, 500),
        travel=words_of(travel, 500),
        agreed_with=needed(agreed_with, "Say with whom you made it: the child first.", "agreed_with", 300),
        orders_checked_on=not_to_come(orders_checked_on, "orders_checked_on"),
        from_on=today(),
        covert_id=covert,
        recorded_by=by.id,
    )
    for person, name in whom:
        TimeWith.objects.create(plan=made, person_id=person, name=name, recorded_by=by.id)
    concerns([child, *(person for person, _ in whom if person)], plan=made.id, how=made.how)
    tell.tell(by=by, about=[child], title="Time together was planned", facts={"plan": str(made.id)})
    return made.id


@action("bonds.end_time")
def end_time(*, by: Actor, plan: UUID, why: str) -> None:
    """The plan ends today. Raises NotPermittedError; CannotBeError without why."""
    found = plan_for(by, plan)
    said = needed(why, "Say why it ends, as the child may read it.", "why", 500)
    TimePlan.objects.filter(id=plan, ended_on=None).update(ended_on=today(), why_ended=said)
    concerns([found.child_id], plan=plan)
    tell.tell(by=by, about=[found.child_id], title="A plan of time together ended")


@action("bonds.set_meet")
def set_meet(*, by: Actor, plan: UUID, at: datetime, place: str = "", asked: UUID | None = None) -> UUID:
    """The next time: when and where; the id.

    Raises NotPermittedError; CannotBeError where something stands in the way on that day, and for a place that would
    tell somebody who reads the plan where another lives.
    """
    found = plan_for(by, plan)
    people = list(
        TimeWith.objects.filter(plan_id=plan, person__isnull=False).values_list("person_id", flat=True)
    )
    _allowed(
        found.child_id, [each for each in people if each], found.how, timezone.localdate(at), field="day"
    )
    where = safe_text(place)[:200]
    with connection.cursor() as cursor:
        cursor.execute("SELECT bonds_place_tells(%s, %s)", [plan, where])
        if cursor.fetchone()[0]:
            raise CannotBeError(TELLS, field="place")
    made = Meet.objects.create(plan=found, at=at, place=where, asked=asked, recorded_by=by.id)
    concerns([found.child_id], meet=made.id)
    tell.tell(by=by, about=[found.child_id], title="A time together was set")
    return made.id


@action("bonds.meet_came")
def meet_came(
    *,
    by: Actor,
    meet: UUID,
    stands: str,
    why_missed: str = "",
    words: str = "",
    child_said: str = "",
    instead_at: datetime | None = None,
    instead_place: str = "",
    why_not_again: str = "",
) -> UUID | None:
    """It happened; or it did not, why, and when instead (the id of that time), or why there is no other day.

    Raises NotPermittedError; CannotBeError for a time still to come that is said to have happened, missed without why,
    and missed with neither another day nor why there is none.
    """
    found = Meet.objects.select_for_update().filter(id=meet, stands=Stands.PLANNED.value).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    plan = plan_for(by, found.plan_id)
    came = Stands(stands)
    if came is Stands.PLANNED:
        raise CannotBeError("Say whether it happened.", field="stands")
    if came is Stands.DONE and found.at > timezone.now():
        raise CannotBeError("This time is still to come.", field="stands")
    found.stands, found.words, found.child_said = came.value, words_of(words), words_of(child_said)
    if came is Stands.MISSED:
        if not why_missed:
            raise CannotBeError("Say why it did not happen.", field="why_missed")
        found.why_missed = WhyMissed(why_missed).value
        if instead_at is None:
            message = "Choose another day, or say why there is none. They are owed one or the other."
            found.why_not_again = needed(why_not_again, message, "why_not_again", 500)
        elif instead_at <= timezone.now():
            raise CannotBeError("Choose a day that is still to come.", field="instead_day")
        else:
            made = set_meet(by=by, plan=plan.id, at=instead_at, place=instead_place or found.place)
            found.instead_id = made
    found.save(update_fields=["stands", "why_missed", "words", "child_said", "instead", "why_not_again"])
    concerns([plan.child_id], meet=meet, stands=came.value, why=found.why_missed)
    title = "A time together happened" if came is Stands.DONE else "A time together did not happen"
    tell.tell(by=by, about=[plan.child_id], title=title)
    return found.instead_id


@action("bonds.limit_time")
def limit_time(
    *,
    by: Actor,
    child: UUID,
    other: UUID,
    kind: str,
    allows: str,
    words: str,
    from_on: date,
    until: date | None = None,
    told_on: date | None = None,
    covert: UUID | None = None,
) -> UUID:
    """What stands in the way of a child and somebody being together; the id. Nothing delays it: it holds from this press.

    An urgent refusal ends after seven days (section 34(6)) whatever is typed. Raises NotPermittedError; CannotBeError
    without words, for an end before its start, and for the child themself.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[child])
    if child == other:
        raise CannotBeError("Choose somebody else than the child.", field="other")
    if until is not None and until <= from_on:
        raise CannotBeError("It ends after it starts.", field="until")
    if LimitKind(kind) is LimitKind.URGENT:
        until = min(until or from_on + URGENT, from_on + URGENT)
    if covert is not None and not NotYetTold.objects.filter(id=covert, ended_at=None).exists():
        raise NotPermittedError(NOT_HERE)
    made = TimeLimit.objects.create(
        child_id=child,
        other_id=other,
        kind=LimitKind(kind).value,
        allows=Allows(allows).value,
        words=needed(words, "Write what it says, and where you read it.", "words"),
        from_on=from_on,
        until=until,
        told_on=None if told_on is None else not_to_come(told_on, "told_on"),
        covert_id=covert,
        recorded_by=by.id,
    )
    concerns([child, other], limit=made.id, kind=made.kind)
    tell.tell(by=by, about=[child], title="What stands in the way of time together was written down")
    return made.id


@action("bonds.end_limit")
def end_limit(*, by: Actor, limit: UUID, on: date) -> None:
    """It holds no more from a day on. Raises NotPermittedError; CannotBeError for a day before it began."""
    found = TimeLimit.objects.filter(id=limit).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.child_id])
    if on <= found.from_on:
        raise CannotBeError("It ends after it starts.", field="on")
    TimeLimit.objects.filter(id=limit).update(until=on)
    concerns([found.child_id, found.other_id], limit=limit, until=on)
    tell.tell(by=by, about=[found.child_id], title="What stood in the way of time together ends")


@action("bonds.consider_time")
def consider_time(*, by: Actor, child: UUID, on: date, words: str, child_said: str = "") -> UUID:
    """At a review it was looked at whether a child sees those who matter enough; the id.

    Whoever answers for the record may: the reviewing officer does. Raises NotPermittedError; CannotBeError.
    Source: Children Act 1989 s34(1) and Sch 2 para 15.
    """
    tell.permit(by=by, permission=Permission.WRITE_STORY, persons=[child])
    made = TimeConsidered.objects.create(
        child_id=child,
        on=not_to_come(on),
        words=needed(words, "Write what was decided.", "words"),
        child_said=words_of(child_said),
        recorded_by=by.id,
    )
    concerns([child], considered=made.id)
    tell.tell(by=by, about=[child], title="Time with family and friends was looked at")
    return made.id


def plan_for(by: Actor, plan: UUID) -> TimePlan:
    """A plan that still holds, of a child whose record the actor may change. Raises NotPermittedError."""
    found = TimePlan.objects.filter(id=plan, ended_on=None).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.child_id])
    return found


def _allowed(child: UUID, people: Sequence[UUID], how: str, day: date, field: str = "how") -> None:
    with connection.cursor() as cursor:
        for person in people:
            cursor.execute("SELECT bonds_may_not(%s, %s, %s, %s)", [child, person, how, day])
            if cursor.fetchone()[0]:
                raise CannotBeError(FORBIDDEN, field=field)
