"""Steps that tests of signing in by a code share."""

from __future__ import annotations

import re
from typing import Any
from uuid import UUID

from django.db import connections
from django.test import Client
from django.utils import timezone

from kith.access.codes.sending import KEEPER, carry_code
from kith.access.family_accounts.actions import ask_in_private
from kith.access.models import SignInCode
from kith.access.models.own_page import SeenBy
from kith.core.acting import acting
from kith.people.models import ContactPoint, Person
from tests.plan.street import Street
from tests.support import make
from tests.support.notify import FakeNotify
from tests.support.worker import worker_login

NUMBER, BOX = "07700 900123", "blue.kettle@example.org"
DIGITS = re.compile(r"\d{6}")


def reach(whom: Person, value: str = NUMBER, channel: str = "text", **more: Any) -> ContactPoint:
    given = {"safety": "safe", "during": make.always()} | more
    return ContactPoint.objects.using(make.OWNER).create(person=whom, channel=channel, value=value, **given)


def said(street: Street, whom: Person | None = None, **answers: Any) -> None:
    """The lead asks in private: nobody else sees anything, unless `answers` say so."""
    told: dict[str, Any] = {"asked_on": timezone.localdate(), "where_asked": "At the surgery.", "alone": True}
    told |= {each: SeenBy.ALONE for each in ("phone", "email", "post")} | {"words": ""}
    with acting(make.actor(street.lead)):
        ask_in_private(by=make.actor(street.lead), person=(whom or street.mum).id, **(told | answers))


def carried() -> None:
    """All codes that wait, as the worker's process sends them."""
    waits = list(SignInCode.objects.using(make.OWNER).filter(sent_at=None).values_list("id", flat=True))
    with worker_login(), acting(KEEPER):
        for each in waits:
            carry_code(by=KEEPER, code=each)


def last_code(fake: FakeNotify) -> str:
    carried()
    found = DIGITS.search(fake.sent[-1]["body"]["personalisation"]["message"])
    assert found is not None
    return found[0]


def chosen(client: Client, contact: UUID, fake: FakeNotify) -> None:
    """Its owner chooses it on their page and types the code that came."""
    assert client.post("/my/sign-in/code/", {"contact": str(contact)}).status_code == 302
    assert client.post("/my/sign-in/code/", {"code": last_code(fake)}).status_code == 302


def asked(client: Client, login: str) -> int:
    return client.post("/sign-in/code", {"login": login}).status_code


def typed(client: Client, code: str) -> Any:
    return client.post("/sign-in/code/enter", {"code": code})


def everything_of(table: str) -> str:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT set_config('kith.migrating', 'on', false)")
        cursor.execute(f"SELECT t::text FROM {table} t")
        rows = "\n".join(row[0] for row in cursor.fetchall())
        cursor.execute("SELECT set_config('kith.migrating', '', false)")
    return rows
