"""Looks waiting to be written: kept while a page is made, written before its first byte leaves."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextvars import ContextVar
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kith.core.acting import call_as
from kith.core.actor import Actor


@dataclass(frozen=True, slots=True)
class PendingLook:
    """One person's record, opened by one page for one reason; `through`: whose eyes it was seen with, if another's."""

    person: UUID
    page: str
    reason: str = ""
    through: UUID | None = None


_RECORD = "access_record_looks(%s::jsonb)"
_pending: ContextVar[list[PendingLook] | None] = ContextVar("kith_looks", default=None)


def start() -> list[PendingLook]:
    """Begin to collect looks for one request or command; returns the list that will hold them."""
    looks: list[PendingLook] = []
    _pending.set(looks)
    return looks


def note(person: UUID, page: str, reason: str = "", *, through: UUID | None = None) -> None:
    """Note that a record was opened, `through` the eyes of another account or with one's own.

    Raises LookupError where nobody would write it down.
    """
    looks = _pending.get()
    if looks is None:
        raise LookupError("A record was opened where no view log is kept.")
    look = PendingLook(person, page, reason, through)
    if look not in looks:
        looks.append(look)


def write(looks: Iterable[PendingLook]) -> None:
    """Write looks to the view log through the database's function, which stamps actor, role and time."""
    rows = _rows(looks)
    if rows:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT {_RECORD}", [rows])


def write_as(actor: Actor, looks: Iterable[PendingLook]) -> None:
    """The same in a transaction of its own, as `actor`. One statement, for a page is seen with one pair of eyes."""
    looks = [*looks]
    rows = _rows(looks)
    if rows:
        eyes = next((look.through for look in looks if look.through), None)
        call_as(actor.seeing_as(eyes) if eyes else actor, _RECORD, rows)


def _rows(looks: Iterable[PendingLook]) -> str:
    rows = [{"person": str(look.person), "page": look.page, "reason": look.reason} for look in looks]
    return json.dumps(rows) if rows else ""
