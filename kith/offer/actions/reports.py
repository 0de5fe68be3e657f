"""What anybody told us of the directory, dealt with."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.text import safe_text
from kith.offer.models import Report


@action("offer.handle_report")
def handle_report(*, by: Actor, report: UUID, outcome: str) -> None:
    """Say what was done about it. Raises CannotBeError without words, NotPermittedError where it is done already."""
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell("what was said of the directory, by nobody in particular")
    said = safe_text(outcome)[:500]
    if not said:
        raise CannotBeError("Say what was done.", field="outcome")
    done = Report.objects.filter(id=report, handled_at__isnull=True).update(
        handled_at=timezone.now(), handled_by_id=by.id, outcome=said
    )
    if not done:
        raise NotPermittedError("It is not there, or somebody has dealt with it already.")
    concerns([], report=report)
