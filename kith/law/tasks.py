"""Background work of this room: duties are counted each night, and morning messages sent, each in its own transaction."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core.actor import Actor
from kith.core.tasks import SERVICES, nightly, regularly, task
from kith.law.morning.mornings import begin_morning, is_morning
from kith.law.morning.send import send_morning

# It reads everybody's facts and keeps only figures in which nobody can be known.
COUNTER = Actor(id=UUID("6b697468-0000-4000-8000-636f756e7465"), role="counter", channel="task")
SERVICES.add("counter", COUNTER)


@task("law.count_all", permission=Permission.SEE_ACCOUNTABILITY)
def count_all(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Count how everybody's duties stand."""
    # The columnar engine is large: only the worker needs it, and only at night.
    from kith.law.accountability.night import count_duties

    count_duties(by=by)


nightly(count_all, by=COUNTER, at="03:30")

# It counts what is due and writes to the worker whose people it is due to; it decides nothing.
MORNING = Actor(id=UUID("6b697468-0000-4000-8000-6d6f726e696e"), role="morning", channel="task")
SERVICES.add("morning", MORNING)


@task("law.send_morning", permission=Permission.READ_AGGREGATES)
def send_one(*, by: Actor, persons: Sequence[UUID], morning: UUID) -> None:
    """Send one message, if it still waits."""
    send_morning(by=by, morning=morning)


@task("law.mornings", permission=Permission.READ_AGGREGATES)
def mornings(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Put every message that waits into the queue. One that is there twice is sent once."""
    for morning in begin_morning(by=by, day=timezone.localdate()):
        send_one.give(by=by, morning=morning)


# In UTC, wide enough for winter and summer: `is_morning` says which of these moments are.
regularly(mornings, by=MORNING, cron="*/15 5-12 * * *", when=is_morning)
