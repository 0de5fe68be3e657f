"""Opening a record without an involvement: a reason, 24 hours, and the team manager is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.access.models import Reason
from kith.access.models.grant import ReasonKind
from kith.access.permissions import Permission
from kith.access.roles import NEVER_BY_REASON, role_named
from kith.core.action import NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.tell import permit, tell

LASTS = timedelta(hours=24)
# Whose Today shows reasons that others gave.
ANSWERS = frozenset({"manager", "director"})


@dataclass(frozen=True)
class ReasonToSee:
    """A reason that somebody in the manager's team gave, which the manager has not seen yet."""

    id: UUID
    person: UUID
    worker: str
    kind: str
    text: str
    given_at: datetime
    seen_at: datetime | None = None


@action("access.give_reason")
def give_reason(*, by: Actor, person: UUID, kind: str, text: str) -> Reason:
    """Open a record for 24 hours. `kind` is a ReasonKind other than that of having added the person.

    Raises NotPermittedError where the role may not, and for a restricted record or nobody at all in the
    same words; ValueError for a kind that is none, or no words.
    """
    permit(by=by, permission=Permission.OPEN_WITH_REASON)
    chosen = ReasonKind(kind)
    if chosen is ReasonKind.CREATED or not text.strip():
        raise ValueError("Say in your own words why you need to open this record.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT canonical, state, now() FROM access_door(%s)", [person])
        canonical, state, now = cursor.fetchone()
    if state != "ask":
        raise NotPermittedError("A reason does not open this.")
    given = Reason(
        account_id=by.id,
        person_id=canonical,
        kind=chosen,
        text=text.strip(),
        label_mask=int(role_named(by.role).opens & ~NEVER_BY_REASON),
        during=TimestamptzRange(now, now + LASTS, "[)"),
        recorded_by=by.id,
    )
    given.save(force_insert=True)
    concerns([canonical], reason=given.id, kind=chosen.value)
    tell(by=by, about=[canonical], title="Somebody opened this record, with a reason")
    return given


@action("access.see_reason")
def see_reason(*, by: Actor, reason: UUID) -> None:
    """Whoever answers for the worker has looked at it. Raises NotPermittedError for a reason of another team."""
    found = _to_answer_for(by).filter(id=reason, seen_by_manager_at=None)
    if found.update(seen_by_manager_at=timezone.now()) != 1:
        raise NotPermittedError("Only the manager of the worker's team can say that they have seen it.")
    checked()
    concerns([], reason=reason)
    nothing_to_tell("the record's own story has the opening already")


def reasons_to_see(*, by: Actor, at_most: int = 20) -> Sequence[ReasonToSee]:
    """For Today of a manager (the team's) and a director (managers'): reasons not looked at yet, newest first."""
    if by.role not in ANSWERS:
        return []
    found = _to_answer_for(by).filter(seen_by_manager_at=None).order_by("-recorded_at")[:at_most]
    return [_to_see(one) for one in found]


def reason_to_look_at(*, by: Actor, reason: UUID) -> ReasonToSee | None:
    """One reason that the actor answers for, looked at already or not; None for all others. One query."""
    one = _to_answer_for(by).filter(id=reason).first() if by.role in ANSWERS else None
    return None if one is None else _to_see(one)


def _to_answer_for(by: Actor) -> QuerySet[Reason]:
    given = Reason.objects.exclude(account_id=by.id).exclude(kind=ReasonKind.CREATED)
    if by.role == "director":
        # A manager's own openings have nobody above them in the team.
        return given.filter(account__role="manager").select_related("account")
    if by.role != "manager":
        return given.none()
    return given.filter(account__team__accounts=by.id).select_related("account")


def _to_see(one: Reason) -> ReasonToSee:
    return ReasonToSee(
        id=one.id,
        person=one.person_id,
        worker=one.account.display_name,
        kind=ReasonKind(one.kind).label,
        text=one.text,
        given_at=one.recorded_at,
        seen_at=one.seen_by_manager_at,
    )
