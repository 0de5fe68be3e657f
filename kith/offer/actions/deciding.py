"""Deciding on records from outside that wait for a person."""

from __future__ import annotations

from uuid import UUID, uuid5

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.offer.actions.owning import owned_by
from kith.offer.actions.publishing import NOBODYS, publish
from kith.offer.actions.saving import keep
from kith.offer.models import Held, Outcome, Service, Status
from kith.offer.shapes import ServiceFacts


@action("offer.take_held")
def take_held(*, by: Actor, held: UUID, facts: ServiceFacts, place_may_be_shown: bool = False) -> UUID:
    """Take a record in as the officer has mended it, and show it unless it has ended. Returns the service's id.

    Raises NotPermittedError where it was decided before, CannotBeError with the field to mend.
    """
    row = _waiting(by, held)
    found = Service.objects.filter(feed=row.feed, external=row.external).first() if row.feed_id else None
    made = keep(
        by=by,
        facts=facts,
        service=found,
        place_may_be_shown=place_may_be_shown,
        made=uuid5(row.id, "service"),
    )
    if row.feed_id:
        made.feed_id, made.external, made.digest = row.feed_id, row.external, row.digest
    made.published = made.status != Status.DEFUNCT
    made.save(update_fields=["feed", "external", "digest", "published"])
    owned_by(by, made, new=False)
    if made.published:
        publish(made)
    _decide(by, row, Outcome.TAKEN)
    concerns([], held=held, service=made.id)
    return made.id


@action("offer.refuse_held")
def refuse_held(*, by: Actor, held: UUID) -> None:
    """Do not take a record in. The same from the same feed is not asked about again. Raises NotPermittedError."""
    _decide(by, _waiting(by, held), Outcome.REFUSED)
    concerns([], held=held)


@action("offer.same_as_held")
def same_as_held(*, by: Actor, held: UUID) -> None:
    """Say that it is the one that it looks like: nothing is taken in. Raises NotPermittedError."""
    row = _waiting(by, held)
    if row.like is None:
        raise NotPermittedError("It looks like none that is here.")
    _decide(by, row, Outcome.SAME)
    concerns([], held=held, service=row.like)


def _waiting(by: Actor, held: UUID) -> Held:
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    row = Held.objects.select_for_update().filter(id=held, outcome="").first()
    if row is None:
        raise NotPermittedError("It is not there, or somebody has decided already.")
    return row


def _decide(by: Actor, row: Held, outcome: Outcome) -> None:
    Held.objects.filter(id=row.id).update(outcome=outcome, decided_at=timezone.now(), decided_by_id=by.id)
