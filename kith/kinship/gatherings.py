"""Training and groups: what a carer reads of them behind their own door, and what workers do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.kinship.models import Gathering, GatheringAsk
from kith.people.page_queries import who


@dataclass(frozen=True, slots=True)
class Coming:
    """One that is to come, as a carer reads it. `place` is empty online, and where it is kept for those with a place."""

    id: UUID
    kind: str
    title: str
    what: str
    at: datetime
    place: str
    childcare: bool
    expenses: bool
    off: str
    asked_on: date | None
    answer: str
    reason: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One carer who asked to come, for staff."""

    row: GatheringAsk
    name: str


def coming() -> list[Coming]:
    """For the account that acts, or whose eyes are looked through; nothing for who is no carer. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM kinship_my_gatherings()")
        return [Coming(*row) for row in cursor.fetchall()]


def mine() -> UUID | None:
    """Who the account that acts is. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT d.person_id FROM access_dooraccess d WHERE d.account_id = kith_actor() AND d.capacity = 'self'"
            " AND d.during @> now()"
        )
        found = cursor.fetchone()
    return found[0] if found else None


def for_staff() -> list[tuple[Gathering, list[Asked]]]:
    """What is to come, with those who asked whose record is open to the reader. Three statements."""
    rows = list(Gathering.objects.filter(at__gt=timezone.now()).order_by("at", "id")[:100])
    asks = list(GatheringAsk.objects.filter(gathering__in=rows).order_by("recorded_at", "id"))
    names = {each.id: each.name for each in who([each.person_id for each in asks]).values()}
    return [
        (
            row,
            [
                Asked(each, names.get(each.person_id, "A carer"))
                for each in asks
                if each.gathering_id == row.id
            ],
        )
        for row in rows
    ]
