"""The day itself: when it is planned for, its stages in order, and that it was held."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.core.action import NotPermittedError, action
from kith.core.actor import Actor
from kith.decisions.actions.common import meeting_of, not_to_come, tell_from_meeting, unsaid
from kith.decisions.models import Stage
from kith.decisions.models.meeting import STAGES, StageKind


@action("decisions.plan_day")
def plan_day(*, by: Actor, meeting: UUID, at: datetime) -> None:
    """When the meeting is to be. Nobody of the family is told by this. Raises NotPermittedError."""
    found = meeting_of(by, meeting)
    found.planned_at = at
    found.save(update_fields=["planned_at"])
    tell_from_meeting(meeting, "planned")


@action("decisions.begin_stage")
def begin_stage(*, by: Actor, meeting: UUID, stage: str, at: datetime) -> Stage:
    """A stage begins. They come in their order; one may be left out. Raises NotPermittedError."""
    meeting_of(by, meeting)
    unsaid()
    wanted = StageKind(stage)
    begun = list(Stage.objects.filter(meeting_id=meeting).order_by("from_at"))
    if at > timezone.now():
        raise NotPermittedError("This moment is still to come.")
    if any(STAGES.index(each.stage) >= STAGES.index(wanted) for each in begun):
        raise NotPermittedError("This stage, or one that comes after it, has begun already.")
    if any(each.to_at is None for each in begun):
        raise NotPermittedError("First say when the stage before it ended.")
    if any(each.to_at is not None and each.to_at > at for each in begun):
        raise NotPermittedError("The stage before it ended later than this.")
    made = Stage(meeting_id=meeting, stage=wanted, from_at=at, recorded_by=by.id)
    made.save(force_insert=True)
    return made


@action("decisions.end_stage")
def end_stage(*, by: Actor, meeting: UUID, stage: str, at: datetime) -> None:
    """A stage ends. Of private family time this and its beginning are all that is ever kept. Raises NotPermittedError."""
    meeting_of(by, meeting)
    unsaid()
    found = Stage.objects.filter(meeting_id=meeting, stage=StageKind(stage), to_at__isnull=True).first()
    if found is None:
        raise NotPermittedError("This stage has not begun, or is over.")
    if at <= found.from_at or at > timezone.now():
        raise NotPermittedError("Give a moment after it began, that is not still to come.")
    found.to_at = at
    found.save(update_fields=["to_at"])


@action("decisions.hold_meeting")
def hold_meeting(*, by: Actor, meeting: UUID, on: date) -> None:
    """The meeting was held. What it counts as is worked out from what was done, not said. Raises NotPermittedError."""
    found = meeting_of(by, meeting)
    not_to_come(on)
    found.held_on = on
    found.save(update_fields=["held_on"])
    tell_from_meeting(meeting, "held")


@action("decisions.meet_apart")
def meet_apart(*, by: Actor, meeting: UUID, people: Sequence[UUID]) -> UUID:
    """Give some of the network a meeting of their own, of the same conference; or take them to the other. Its id.

    The children are of both. Nothing of the one is told to those of the other. Raises NotPermittedError for a child, for
    somebody who was invited already, and once it was held.
    """
    found = meeting_of(by, meeting)
    unsaid()
    if found.held_on is not None:
        raise NotPermittedError("This meeting was held already.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT decisions_meet_apart(%s, %s)", [meeting, list(dict.fromkeys(people))])
        made = cursor.fetchone()[0]
    if made is None:
        raise NotPermittedError(
            "Choose people who were not invited to this meeting yet: whoever was knows its day. Children come to both."
            " Two meetings can be held apart, not three."
        )
    return UUID(str(made))
