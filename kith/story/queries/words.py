"""Own words on their way: who said that they read them, what waits, and what has passed to duty."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.models import Account
from kith.core.reads import AS_IT_IS, AT, ID, Called, Reads
from kith.core.working_time import one_working_day_later
from kith.story.models import WordsRead, WordsSent


@dataclass(frozen=True, slots=True)
class Reader:
    """A worker who said that they read the words, and whether that answers the writer."""

    account: UUID
    name: str
    at: datetime
    counts: bool


@dataclass(frozen=True, slots=True)
class OnTheirWay:
    """Words that came in by the family's door, as staff see them. `passed`: duty has them now."""

    readers: tuple[Reader, ...]
    passes_at: datetime
    waiting: bool

    @property
    def with_duty(self) -> bool:
        """Whether the day is over in which one of their own workers could read them first."""
        return self.passes_at <= timezone.now()


@dataclass(frozen=True, slots=True)
class Passed:
    """Words that nobody read in time. A restricted record has no person and no name, only whom to ask."""

    event: UUID
    person: UUID | None
    name: str
    check_with: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """What a writer is told of the first reading. `name` is empty where it was not told who works with them."""

    at: datetime
    duty: bool
    name: str


def on_their_way(event: UUID) -> OnTheirWay | None:
    """How words from the family's door stand, for staff; None for anything else. Up to three queries."""
    sent = WordsSent.objects.filter(event_id=event).first()
    if sent is None:
        return None
    rows = list(WordsRead.objects.filter(event_id=event).order_by("recorded_at"))
    names = dict(
        Account.objects.filter(id__in=[row.account_id for row in rows]).values_list("id", "display_name")
    )
    readers = tuple(
        Reader(row.account_id, names.get(row.account_id, ""), row.recorded_at, row.counts) for row in rows
    )
    return OnTheirWay(readers, sent.passes_at, sent.first_read_at is None)


def passed_to_duty() -> list[Passed]:
    """What has passed to duty, oldest first; nothing for anybody who is not on duty. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT event, person, name, check_with, sent_at FROM story_passed_to_duty()")
        return [Passed(*row) for row in cursor.fetchall()]


def readings_told_read() -> Called:
    """What this account, by the family's door, is told of who read its words: (event, moment, duty, name)."""
    return Called("SELECT event, at, duty, name FROM story_readings_told()", (ID, AT, AS_IT_IS, AS_IT_IS))


_readings = Reads(readings=readings_told_read)


def readings_told() -> dict[UUID, Told]:
    """What `readings_told_read` gives, by event. One query."""
    return {event: Told(*told) for event, *told in _readings.run()["readings"]}


def passes_from(sent_at: datetime) -> datetime:
    """When words sent at a moment pass to duty."""
    return one_working_day_later(sent_at)
