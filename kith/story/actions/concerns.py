"""Not yet told: a covert concern begins, and ends when the family was told or a senior lifts it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from kith.access.models import NotYetTold
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.story.models import EventKind
from kith.story.writing import Telling, put


@action("story.start_not_yet_told")
def start_not_yet_told(*, by: Actor, persons: Sequence[UUID], reason: str, since: datetime) -> UUID:
    """Keep what arises from a concern from every family door, from `since` until it ends; its id.

    `reason`: why telling would not be safe now. Raises NotPermittedError.
    """
    tell.permit(by=by, permission=Permission.START_NOT_YET_TOLD, persons=persons)
    if not persons or not reason.strip():
        raise NotPermittedError("Say whom the concern is about, and why telling would not be safe now.")
    concern = NotYetTold(
        persons=sorted(set(persons), key=str), reason=reason[:300], since=since, recorded_by=by.id
    )
    concern.save(force_insert=True)
    title = "The family is not told of a concern for now"
    put(by=by, persons=persons, telling=Telling(EventKind.RECORD, title, covert=concern.id))
    concerns(persons, concern=str(concern.id))
    return concern.id


@action("story.end_not_yet_told")
def end_not_yet_told(*, by: Actor, concern: UUID, who_was_told_what: str, lifted: bool = False) -> None:
    """End a concern: by saying who was told what and when, or, `lifted`, by a senior saying why it may end.

    Nothing is released by this: it may now be released, item by item. Raises NotPermittedError.
    """
    found = NotYetTold.objects.select_for_update().filter(id=concern, ended_at__isnull=True).first()
    if found is None:
        raise NotPermittedError("This concern has ended already, or is not open to you.")
    permission = Permission.LIFT_NOT_YET_TOLD if lifted else Permission.START_NOT_YET_TOLD
    tell.permit(by=by, permission=permission, persons=found.persons)
    if not who_was_told_what.strip():
        raise NotPermittedError(
            "Say why it may end." if lifted else "Say who was told what, and when they were told."
        )
    found.ended_at, found.ended_by = timezone.now(), by.id
    found.who_was_told_what = f"Lifted: {who_was_told_what}" if lifted else who_was_told_what
    found.save(update_fields=["ended_at", "ended_by", "who_was_told_what"])
    title = "A concern that was not told was lifted" if lifted else "The family was told of a concern"
    put(by=by, persons=found.persons, telling=Telling(EventKind.RECORD, title, covert=concern))
    concerns(found.persons, concern=str(concern), lifted=lifted)
