"""Last sign-ins of one's own, and whose pages are closed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kith.access.family_accounts.queries import shared_channels
from kith.access.models import ClosedDoor, SignedIn
from kith.core.reads import IDS, Reads
from kith.design.dates import today
from kith.people.models.address import ContactChannel
from kith.people.page_queries import Reach, reach_from, reach_read

_reach = Reads(reach=reach_read)
_CHANNELS = {str(each.label): each.value for each in ContactChannel}
SHARED = "They said that somebody else sees this, or that it is not safe."


@dataclass(frozen=True, slots=True)
class Closed:
    """A page that its owner closed, and how it is safe to reach them. `routes`: safe ones first."""

    id: UUID
    at: datetime
    routes: tuple[Reach, ...]


def my_sign_ins(account: UUID) -> list[SignedIn]:
    """The account's own last sign-ins, newest first. One query; to anybody else there are none."""
    return list(SignedIn.objects.filter(account_id=account).order_by("-at", "id"))


def closed_read() -> QuerySet[ClosedDoor, Any]:
    """(id, person, moment) of the pages of these people that are closed, the longest first."""
    found = ClosedDoor.objects.filter(person_id__among=IDS, opened_at__isnull=True)
    return found.order_by("closed_at", "id").values_list("id", "person_id", "closed_at")


def closed_of(ids: tuple[UUID, ...]) -> Closed | None:
    """The closed page of one person, or None. Two queries."""
    found = ClosedDoor.objects.filter(person_id__in=ids, opened_at=None).first()
    return Closed(found.id, found.closed_at, safe_routes(list(ids))) if found else None


def safe_routes(ids: list[UUID]) -> tuple[Reach, ...]:
    """How to reach somebody without harm: safe ways first, then those with care, last what never to use. Two queries.

    What they said in private that somebody else sees is never used, whatever was recorded of it before.
    """
    shared = shared_channels(ids)
    order = {"safe": 0, "only as described": 1, "not yet asked": 2, "never use": 3}
    found = [
        replace(each, safety="never use", how_it_is_safe=SHARED)
        if _CHANNELS.get(each.channel) in shared
        else each
        for each in reach_from(_reach.run(ids=ids, today=today())["reach"])
    ]
    return tuple(sorted(found, key=lambda each: (order.get(each.safety, 2), each.channel, each.value)))
