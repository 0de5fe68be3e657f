"""A worker's calendar, as another programme fetches it."""

from __future__ import annotations

from django.test import Client
from icalendar import Calendar, Event

from kith.access.models import Account
from kith.access.reminders.actions import make_calendar
from kith.core.acting import acting
from tests.support import make


def secret_of(account: Account) -> str:
    with acting(make.actor(account)):
        return make_calendar(by=make.actor(account))


def fetched(secret: str) -> list[Event]:
    answer = Client().get(f"/my/calendar/{secret}.ics")
    assert answer.status_code == 200, answer.content
    return [each for each in Calendar.from_ical(answer.content).walk() if isinstance(each, Event)]
