"""Waiting for a step of the plan: told on Today when it is done or not done, until one says that one saw it."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.plan.actions.common import as_far_as_open, line_of
from kith.plan.models import Awaited, Step

OWN = "who waits for a step is for their own Today"


@action("plan.await_step")
def await_step(*, by: Actor, item: UUID) -> None:
    """Be told when a step is done or not done, as far as it is open then. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.WRITE_STORY)
    if not isinstance(line_of(item), Step):
        raise NotPermittedError("Only a step can be waited for.")
    awaited(item, by)
    nothing_to_tell(OWN)
    concerns([], item=str(item))


@action("plan.saw_step")
def saw_step(*, by: Actor, item: UUID) -> None:
    """Say that one saw what became of a step that one waited for. Raises NotPermittedError where one did not."""
    tell.permit(by=by, permission=Permission.WRITE_STORY)
    mine = Awaited.objects.filter(step_id=item, account_id=by.id, seen_at=None)
    if not mine.update(seen_at=timezone.now()):
        raise NotPermittedError("You do not wait for this.")
    nothing_to_tell(OWN)
    concerns([], item=str(item))


def awaited(step: UUID, by: Actor) -> None:
    """The actor waits for a step from now, if not before. Raises NotPermittedError where it is not open to them."""
    with as_far_as_open():
        Awaited.objects.bulk_create(
            [Awaited(step_id=step, account_id=by.id, recorded_by=by.id)], ignore_conflicts=True
        )
