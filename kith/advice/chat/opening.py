"""When the chat is open, and how somebody who begins one is counted."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext

from kith.advice.lawful import is_holiday
from kith.advice.models import Channel, Contact, Hours, SpecialDay
from kith.design.dates import plain_date, plain_time

LONDON = ZoneInfo("Europe/London")
AHEAD = 21
"""Days in which the next opening is looked for."""
LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"


@dataclass(frozen=True, slots=True)
class Told:
    """Until when it is open, or when next, and how many wait."""

    until: datetime | None
    next: str
    waiting: int


def opening(now: datetime | None = None) -> tuple[bool, Told]:
    """Whether the chat is open, and what to say of it. Three statements."""
    now = now or timezone.now()
    day = now.astimezone(LONDON).date()
    hours = list(Hours.objects.filter(channel=Channel.WEBCHAT, during__overlap=(day, day + timedelta(AHEAD))))
    special = {
        each.day: each
        for each in SpecialDay.objects.filter(
            channel=Channel.WEBCHAT, day__gte=day, day__lt=day + timedelta(AHEAD)
        )
    }
    spans = [span for n in range(AHEAD) for span in spans_of(day + timedelta(n), hours, special)]
    until = next((closes for opens, closes in spans if opens <= now < closes), None)
    following = next((opens for opens, _ in spans if opens > now), None)
    says = ""
    if until is None and following is not None:
        says = gettext("It opens next on %(day)s at %(time)s.") % {
            "day": plain_date(following), "time": plain_time(following)
        }  # fmt: skip
    return until is not None, Told(until, says, _waiting() if until else 0)


def spans_of(
    day: date, hours: list[Hours], special: dict[date, SpecialDay]
) -> list[tuple[datetime, datetime]]:
    """From when to when it is open on a day: by the clock in England, whatever that clock does on the day."""
    other = special.get(day)
    if other is not None:
        times = [(other.opens, other.closes)] if other.opens and other.closes else []
    elif is_holiday(day):
        times = []
    else:
        times = [
            (each.opens, each.closes)
            for each in hours
            if each.weekday == day.isoweekday() and _holds(each, day)
        ]
    return sorted((_at(day, opens), _at(day, closes)) for opens, closes in times)


def new_contact(*, asker: str, topic: str) -> Contact:
    """How somebody who begins a chat is counted; not saved yet."""
    return Contact(
        reference="".join(secrets.choice(LETTERS) for _ in range(8)), channel=Channel.WEBCHAT, asker=asker, topic=topic,
        forget_on=timezone.localdate() + timedelta(days=settings.ADVICE_KEEP_DAYS),
    )  # fmt: skip


def _holds(hours: Hours, day: date) -> bool:
    low, high = hours.during.lower, hours.during.upper
    return (low is None or low <= day) and (high is None or day < high)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=LONDON)


def _waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT advice_chats_waiting()")
        return int(cursor.fetchone()[0])
