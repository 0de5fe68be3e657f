"""How a worker's reminders stand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.access.models import CalendarFeed, MorningMessage, MorningSent
from kith.access.models.reminders import MorningOutcome


@dataclass(frozen=True, slots=True)
class Reminders:
    """Since when the calendar's address holds (None: off), whether the message is wanted, whether one failed lately."""

    calendar_since: datetime | None
    morning: bool
    failed: bool


def reminders(account: UUID) -> Reminders:
    """For the account that acts. Three statements."""
    since = CalendarFeed.objects.filter(account_id=account, ended_at__isnull=True).values_list(
        "made_at", flat=True
    )
    last = MorningSent.objects.filter(account_id=account).order_by("-day").values_list("outcome", flat=True)
    return Reminders(
        calendar_since=since.first(),
        morning=MorningMessage.objects.filter(account_id=account, wanted=True).exists(),
        failed=last.first() == MorningOutcome.FAILED,
    )
