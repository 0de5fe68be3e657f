"""Whether the chat is open, what to say of it, and how many wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext

from kith.advice.models import Channel
from kith.advice.opening.clock import LONDON
from kith.advice.opening.queries import rotas
from kith.design.dates import plain_date, plain_time


@dataclass(frozen=True, slots=True)
class Told:
    """Until when it is open, or when next, and how many wait."""

    until: datetime | None
    next: str
    waiting: int


def opening(now: datetime | None = None) -> tuple[bool, Told]:
    """Whether the chat is open, and what to say of it. Three statements."""
    now = now or timezone.now()
    found = rotas(now.astimezone(LONDON).date())[Channel.WEBCHAT].at(now)
    says = ""
    if found.next is not None:
        says = gettext("It opens next on %(day)s at %(time)s.") % {
            "day": plain_date(found.next),
            "time": plain_time(found.next),
        }
    return found.is_open, Told(found.until, says, _waiting() if found.is_open else 0)


def _waiting() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT advice_chats_waiting()")
        return int(cursor.fetchone()[0])
