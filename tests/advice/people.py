"""Makes accounts of the charity's, hours and people who ask, for tests."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from uuid import UUID, uuid4

from django.test import Client
from psycopg.types.range import DateRange

from kith.advice.actions.asking import Asked, ask
from kith.advice.models import Adviser, Channel, Hours
from kith.advice.roles import DOOR
from kith.core.acting import acting
from kith.core.actor import Actor

OWNER = "owner"
PASSWORD = "family-first"
BACKEND = "django.contrib.auth.backends.ModelBackend"
LONG_AGO = date(2020, 1, 1)


def adviser(role: str = "adviser", name: str = "Noor Halloway") -> Adviser:
    """An account of the charity's."""
    made = Adviser(login=f"{role}-{uuid4().hex[:6]}@nextstep.example", display_name=name, role=role)
    made.set_password(PASSWORD)
    made.save(using=OWNER, force_insert=True)
    return made


def actor(of: Adviser) -> Actor:
    return Actor(id=of.id, role=of.role)


def signed_in(account: Adviser) -> Client:
    """A client that has signed in."""
    client = Client()
    with acting(None, channel="sign-in"):
        client.force_login(account, backend=BACKEND)
    return client


def always_open(*channels: str) -> None:
    """Every way is answered all day, every day."""
    Hours.objects.using(OWNER).bulk_create(
        Hours(
            channel=channel,
            weekday=n,
            opens=time(0, 0),
            closes=time(23, 59),
            during=DateRange(LONG_AGO, None, "[)"),
        )
        for channel in channels or Channel.values
        for n in range(1, 8)
    )


def asked(sent: UUID | None = None, **more: Any) -> UUID:
    """Somebody asked from the public pages: the contact's id."""
    which = sent or uuid4()
    facts = {"channel": "enquiry", "asker": "parent", "topic": "court"} | more
    with acting(DOOR):
        ask(by=DOOR, sent=which, asked=Asked(**facts))
    return which
