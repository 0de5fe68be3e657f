"""Who keeps a service right here: whoever wrote it down or took it in, until another does."""

from __future__ import annotations

from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.offer.actions.publishing import NOBODYS, the_service
from kith.offer.models import Service


@action("offer.own_service")
def own_service(*, by: Actor, service: UUID) -> None:
    """Keep it right from now on, in the place of whoever did. Raises NotPermittedError where it is not there."""
    tell.permit(by=by, permission=Permission.KEEP_DIRECTORY)
    nothing_to_tell(NOBODYS)
    row = the_service(service)
    owned_by(by, row)
    concerns([], service=row.id)


def owned_by(by: Actor, row: Service, *, new: bool = True) -> None:
    """Within an action: note that whoever acts keeps it, where that is a person at a page. `new`: not if another does."""
    if by.channel == "web" and by.role != "demo" and (new or row.owner_id is None):
        Service.objects.filter(id=row.id).update(owner_id=by.id)
        row.owner_id = by.id
