"""Accounts of the charity's for tests, and clients that are signed in."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.test import Client
from django.utils import timezone
from psycopg.types.range import DateRange

from kith.advice.models import Adviser, Hours, SpecialDay
from kith.core.acting import acting
from kith.core.actor import Actor

OWNER = "owner"
PASSWORD = "family-first"
LONDON = ZoneInfo("Europe/London")


def account(role: str, name: str = "") -> Adviser:
    made = Adviser(
        login=f"{role}-{Adviser.objects.using(OWNER).count()}@nextstep.example",
        display_name=name or role.title(),
        role=role,
    )
    made.set_password(PASSWORD)
    made.save(using=OWNER, force_insert=True)
    return made


def actor(of: Adviser) -> Actor:
    return Actor(id=of.id, role=of.role)


def client_of(of: Adviser, **more: Any) -> Client:
    """A client in which the account is signed in."""
    client = Client(**more)
    with acting(None, channel="sign-in"):
        client.force_login(of, backend="django.contrib.auth.backends.ModelBackend")
    return client


def open_chat_now() -> None:
    """Today the chat is open all day, whatever day it is."""
    today = timezone.localdate()
    for day in (today, today + timedelta(days=1)):
        SpecialDay.objects.using(OWNER).get_or_create(
            channel="webchat", day=day, defaults={"opens": time(0, 0), "closes": time(23, 59, 59)}
        )


def hours(weekday: int, opens: time, closes: time, since: date = date(2026, 1, 1)) -> None:
    Hours.objects.using(OWNER).create(
        channel="webchat", weekday=weekday, opens=opens, closes=closes, during=DateRange(since, None, "[)")
    )


def at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=LONDON)
