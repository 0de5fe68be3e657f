"""Whom a worker may write about from one person's page, and what is kept from the family just now."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kith.access.models import NotYetTold
from kith.access.opened import open_to
from kith.story.queries.names import may_be_readers, names, unlike_names


def writable_people(actor: UUID, me: UUID, ids: Sequence[UUID]) -> dict[UUID, str]:
    """The person, then those of the family and network whose records are open to the actor. Seven queries."""
    near = may_be_readers(ids) - set(ids)
    opened = open_to(actor, near)
    known = unlike_names(names({me, *opened}))
    return {
        each: known[each]
        for each in [me, *sorted(opened, key=lambda one: known.get(one, ""))]
        if each in known
    }


def open_concern(ids: Sequence[UUID]) -> NotYetTold | None:
    """The newest concern about these people that the family is not told of yet. One query."""
    found = NotYetTold.objects.filter(persons__overlap=list(ids), ended_at__isnull=True)
    return found.order_by("-since").first()
