"""What a worker of any service asked the front door for, and what they were told of it. No record is opened by it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.help.models import AskerTold

LATELY = timedelta(days=60)
"""For so long what one asked for stands on Today before anything is told."""


@dataclass(frozen=True, slots=True)
class AskedFor:
    """One asking of one's own: its words, and what may be said of it. `told_at` is None until somebody said something."""

    request: UUID
    reference: str
    asked_at: datetime
    about: str
    told_at: datetime | None
    words: str
    agreed_on: date | None
    seen: bool = False

    @property
    def new(self) -> bool:
        """Whether something was told that the asker has not said that they saw: it stands on Today until then."""
        return self.told_at is not None and not self.seen

    @property
    def waits(self) -> bool:
        """Whether nothing was told yet of something asked lately: Today says that the front door has it."""
        return self.told_at is None and self.asked_at > timezone.now() - LATELY


def asked_by_me() -> list[AskedFor]:
    """What the actor asked for, the latest telling of each, the newest first. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM help_asked_by_me()")
        return [AskedFor(*row) for row in cursor.fetchall()]


def has_page(request: UUID) -> bool:
    """Whether a worker of another service asked for it, signed in, so that they can be told on their page."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT help_asker_has_page(%s)", [request])
        return bool(cursor.fetchone()[0])


def told(request: UUID) -> list[AskerTold]:
    """What whoever asked was told, the latest first. One statement."""
    return list(AskerTold.objects.filter(request_id=request).order_by("-recorded_at"))


def told_since(account: UUID, since: datetime) -> int:
    """Of how many of their askings an account was told something since. Under the worker's login. One statement."""
    found = AskerTold.objects.filter(request__recorded_by=account, recorded_at__gte=since)
    return found.values("request_id").distinct().count()


def morning_line(account: UUID, since: datetime) -> str:
    """What a morning message says of it: a number, and no name; "" for nothing."""
    number = told_since(account, since)
    return "" if not number else f"news of {number} thing{'s' if number > 1 else ''} that you asked for"
