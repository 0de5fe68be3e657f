"""What an upgrade took back from somebody who was not prepared: told on Today, and gone once a worker saw to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet
from django.utils import timezone

from kith.access.models import TakenBack
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.asked import Asked
from kith.core.reads import IDS
from kith.people.page_queries import Who


@dataclass(frozen=True, slots=True)
class Taken:
    """One thing that somebody could read and now cannot: what kind, which, since when they could, by which account."""

    kind: str
    item: UUID
    at: datetime
    by: UUID | None


def taken_read() -> QuerySet[TakenBack, Any]:
    """(person, moment) of what these people lost so, and no worker has seen to."""
    found = TakenBack.objects.filter(person_id__among=IDS, seen_at__isnull=True)
    return found.order_by("taken_at", "id").values_list("person_id", "taken_at")


def taken_from(rows: Iterable[Sequence[Any]], names: Mapping[UUID, Who]) -> list[Asked]:
    """For Today, one line a person. From the rows of `taken_read`."""
    by_person: dict[UUID, list[datetime]] = {}
    for person, at in rows:
        by_person.setdefault(person, []).append(at)
    return [
        Asked(
            f"{names[person].name} can no longer read {_things(len(at))} that they could",
            f"/people/{person}/taken-back/",
            "Nobody had said that they were prepared, so it was taken back. Tell them, and show it again.",
            min(at),
        )
        for person, at in by_person.items()
        if person in names
    ]


def taken_of(person: UUID) -> list[Taken]:
    """What was taken back from one person and waits to be seen to, newest first. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT kind, item, at, by FROM access_taken_of(%s)", [person])
        return [Taken(*row) for row in cursor.fetchall()]


@action("access.see_to_what_was_taken_back")
def see_to_what_was_taken_back(*, by: Actor, person: UUID, persons: Sequence[UUID]) -> None:
    """A worker told them, or will. Raises NotPermittedError where nothing waits."""
    tell.permit(by=by, permission=Permission.RELEASE, persons=[person])
    waits = TakenBack.objects.filter(person_id__in=list(persons), seen_at__isnull=True)
    if not waits.update(seen_at=timezone.now(), seen_by=by.id):
        raise NotPermittedError("There is nothing here that waits for you.")
    concerns([person])
    tell.tell(by=by, about=[person], title="What was taken back from their page was seen to")


def _things(number: int) -> str:
    return "one thing" if number == 1 else f"{number} things"
