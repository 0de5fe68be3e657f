"""Saying that a service is still right."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.offer.actions.publishing import NOBODYS, publish, the_service
from kith.offer.freshness import fresh_until


@action("offer.assure_service")
def assure_service(*, by: Actor, service: UUID) -> None:
    """Say that somebody looked and it is right today: it is trusted for six months. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    row = the_service(service)
    today = timezone.localdate()
    row.assured_on, row.stale_after = today, fresh_until(today)
    row.save(update_fields=["assured_on", "stale_after"])
    if row.published:
        publish(row)
    concerns([], service=service)
