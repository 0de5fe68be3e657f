"""Opening a record without an involvement: a reason, 24 hours, and the team manager is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone
from psycopg.types.range import TimestamptzRange

from kith.access.models import Reason
from kith.access.models.grant import ReasonKind
from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.core.action import NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.core.tell import permit, tell

LASTS = timedelta(hours=24)
# A reason never opens these, whoever gives it (ROLES_ACCESS section 1, break glass).
NEVER = Label.ADOPTION_SEALED | Label.LEGAL_PRIVILEGE | Label.COUNSELLING | Label.LADO | Label.CHILD_PRIVATE


@dataclass(frozen=True)
class ReasonToSee:
    """A reason that somebody in the manager's team gave, which the manager has not seen yet."""

    id: UUID
    person: UUID
    worker: str
    kind: str
    text: str
    given_at: datetime


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
        label_mask=int(role_named(by.role).opens & ~NEVER),
        during=TimestamptzRange(now, now + LASTS, "[)"),
        recorded_by=by.id,
    )
    given.save(force_insert=True)
    concerns([canonical], reason=given.id, kind=chosen.value)
    tell(by=by, about=[canonical], title="Somebody opened this record, with a reason")
    return given


@action("access.see_reason")
def see_reason(*, by: Actor, reason: UUID) -> None:
    """The team manager has seen it. Raises NotPermittedError for a reason of another team."""
    found = Reason.objects.filter(id=reason, account__team__accounts=by.id).exclude(account_id=by.id)
    if by.role != "manager" or found.update(seen_by_manager_at=timezone.now()) != 1:
        raise NotPermittedError("Only the manager of the worker's team can say that they have seen it.")
    checked()
    concerns([], reason=reason)
    nothing_to_tell("the record's own story has the opening already")


def reasons_to_see(*, by: Actor, at_most: int = 20) -> Sequence[ReasonToSee]:
    """For a manager's Today: reasons that the team gave and the manager has not seen, newest first."""
    if by.role != "manager":
        return []
    found = (
        Reason.objects.filter(seen_by_manager_at=None, account__team__accounts=by.id)
        .exclude(account_id=by.id)
        .exclude(kind=ReasonKind.CREATED)
        .select_related("account")
        .order_by("-recorded_at")[:at_most]
    )
    return [
        ReasonToSee(
            id=one.id,
            person=one.person_id,
            worker=one.account.display_name,
            kind=ReasonKind(one.kind).label,
            text=one.text,
            given_at=one.recorded_at,
        )
        for one in found
    ]
