"""Saying that a service is still right."""

from __future__ import annotations

from uuid import UUID

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.offer.actions.publishing import NOBODYS, publish, the_service
from kith.offer.freshness import fresh_until
from kith.offer.keeping.queries import facts_of
from kith.offer.models import Service
from kith.offer.screening import sounds_secret


@action("offer.assure_service")
def assure_service(*, by: Actor, service: UUID, place_may_be_shown: bool = False) -> None:
    """Say that somebody looked and it is right today: it is trusted for six months.

    Where a place is shown though its words sound like a secret one, that is said anew: a refuge may have moved into
    what was an office. Raises CannotBeError without it, NotPermittedError where the service is not there.
    """
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    row = the_service(service)
    today = timezone.localdate()
    if sounds := doubtful(row):
        if not place_may_be_shown:
            raise CannotBeError(
                f"“{sounds}” may mean a place that must stay secret. Say that its place may still be shown.",
                field="place_may_be_shown",
            )
        row.place_decided_by_id, row.place_decided_on = by.id, today
        row.save(update_fields=["place_decided_by", "place_decided_on"])
    row.assured_on, row.stale_after = today, fresh_until(today)
    row.save(update_fields=["assured_on", "stale_after"])
    if row.published:
        publish(row)
    concerns([], service=service)


def doubtful(row: Service) -> str:
    """The word for which somebody had to say that its place may be shown; "" where there is none, or no place."""
    if row.confidential or not row.at.exists():
        return ""
    return next(iter(sounds_secret(*facts_of(row).texts())), "")
