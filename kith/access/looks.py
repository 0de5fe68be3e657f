"""Looks waiting to be written: kept while a page is made, written before its first byte leaves."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import asdict, dataclass
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class PendingLook:
    """One person's record, opened by one page for one reason."""

    person: UUID
    page: str
    reason: str = ""


_pending: ContextVar[list[PendingLook] | None] = ContextVar("kith_looks", default=None)


def start() -> list[PendingLook]:
    """Begin to collect looks for one request or command; returns the list that will hold them."""
    looks: list[PendingLook] = []
    _pending.set(looks)
    return looks


def note(person: UUID, page: str, reason: str = "") -> None:
    """Note that a record was opened. Raises LookupError where nobody would write it down."""
    looks = _pending.get()
    if looks is None:
        raise LookupError("A record was opened where no view log is kept.")
    look = PendingLook(person, page, reason)
    if look not in looks:
        looks.append(look)


def write(looks: Iterable[PendingLook]) -> None:
    """Write looks to the view log through the database's function, which stamps actor, role and time."""
    rows = [asdict(look) | {"person": str(look.person)} for look in looks]
    if rows:
        with connection.cursor() as cursor:
            cursor.execute("SELECT access_record_looks(%s::jsonb)", [json.dumps(rows)])
