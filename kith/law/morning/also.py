"""What else a morning message says: each room above may add one line, a number of something and no name."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from kith.access.models import MorningSent
from kith.access.models.reminders import MorningOutcome
from kith.core.ports import Registry

ALSO: Registry[Callable[[UUID, datetime], str]] = Registry("what a morning message also says")
"""By room: given an account and a moment, what is new to it since, such as "news of 2 things"; "" for nothing."""


def also(account: UUID, before: datetime) -> tuple[str, ...]:
    """What is new to an account since its last message, or since a day ago. A statement, and those of each room."""
    last = MorningSent.objects.filter(
        account_id=account, outcome__in=[MorningOutcome.SENT, MorningOutcome.NOTHING], day__lt=before.date()
    )
    since = last.order_by("-day").values_list("last_tried_at", flat=True).first() or before - timedelta(
        days=1
    )
    return tuple(said for each in ALSO.values() if (said := each(account, since)))
