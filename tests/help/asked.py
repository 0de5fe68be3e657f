"""Requests for help as tests need them, and who there is to have them."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django.db import connection

from kith.access.models import Account
from kith.core.acting import acting
from kith.help.asking.ask import Asking, ask
from kith.help.models import RequestHolder
from tests.support import make


def asked(**more: Any) -> UUID:
    """A mother asks for help on the public page: nobody acts."""
    request = uuid4()
    facts = {
        "how": "self",
        "who_asks": "Mara",
        "what_is_hard": "i cannot sleep",
        "phone": "01632 960111",
    } | more
    with acting(None, channel="sign-in"):
        ask(asked=request, asking=Asking(**facts))
    return request


def as_(account: Account | None, sql: str, *values: Any) -> Any:
    """The one value of a statement, said by an account (None: by nobody) at the app's own login."""
    with acting(make.actor(account) if account else None), connection.cursor() as cursor:
        cursor.execute(sql, list(values))
        return cursor.fetchone()[0]


def take(account: Account, request: UUID) -> bool:
    return bool(as_(account, "SELECT help_take(%s)", request))


def give(account: Account | None, request: UUID, to: Account | None, words: str = "Please") -> UUID | None:
    given: UUID | None = as_(account, "SELECT help_give(%s, %s, %s)", request, to.id if to else None, words)
    return given


def answer(account: Account | None, giving: UUID | None, yes: bool, why: str = "") -> bool:
    return bool(as_(account, "SELECT help_answer(%s, %s, %s)", giving, yes, why))


def holder(request: UUID) -> UUID | None:
    """The account that holds it; None is the front door's list. Fails unless exactly one does."""
    held = RequestHolder.objects.using(make.OWNER).get(
        request_id=request, accepted_at__isnull=False, ended_at__isnull=True
    )
    return held.account_id
