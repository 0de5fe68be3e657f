"""The round of a morning: whose message waits, from seven to noon in London on working days."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from kith.access.models import MorningMessage, MorningSent
from kith.access.models.reminders import MorningOutcome
from kith.core.action import action, checked, nothing_to_tell
from kith.core.actor import Actor
from kith.law.calendar import is_working_day
from kith.law.morning.send import BEGINS, GIVES_UP


def is_morning(now: datetime) -> bool:
    """Whether messages go out at this moment. The last round, at noon, is the one that gives up."""
    at = timezone.localtime(now)
    return is_working_day(at.date()) and (
        BEGINS <= at.hour < GIVES_UP or (at.hour == GIVES_UP and at.minute == 0)
    )


@action("law.begin_morning")
def begin_morning(*, by: Actor, day: date) -> list[UUID]:
    """One row for each worker who wants it, made once a day; the ids of those that still wait.

    What an earlier day left waiting has failed: its worker is told so on their own page.
    """
    checked()
    nothing_to_tell("whose message waits concerns nobody's story")
    wanting = MorningMessage.objects.filter(wanted=True, account__is_active=True)
    MorningSent.objects.bulk_create(
        [
            MorningSent(account_id=account, day=day, outcome=MorningOutcome.WAITS, recorded_by=by.id)
            for account in wanting.values_list("account_id", flat=True)
        ],
        ignore_conflicts=True,
    )
    waiting = MorningSent.objects.filter(outcome=MorningOutcome.WAITS)
    waiting.filter(day__lt=day).update(outcome=MorningOutcome.FAILED)
    return list(waiting.filter(day=day).order_by("id").values_list("id", flat=True))
