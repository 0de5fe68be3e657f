"""What somebody said of how it is safe to reach them: as they see it themselves, and as their workers do."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from kith.access.models import SafeContact
from kith.core.asked import Asked
from kith.core.reads import IDS
from kith.marked import marked
from kith.people.page_queries import Who

WAYS = ("phone", "voicemail", "text", "email", "post")
NAMED = {
    "phone": "ring them", "voicemail": "leave a voicemail", "text": "text them", "email": "e-mail them",
    "post": "post to them",
}  # fmt: skip
CHANNELS = {"phone": marked("Phone"), "text": marked("Texts"), "email": marked("Email")}
_SHOWN = ("id", "said_at", *WAYS, "when_safe", "words", "check_word", "seen_at")


@dataclass(frozen=True, slots=True)
class MySafety:
    """One's own last answers; `has_word`: there is a word by which a worker knows them, which no page shows."""

    said_at: datetime
    ways: dict[str, str]
    when_safe: str
    words: str
    has_word: bool


@dataclass(frozen=True, slots=True)
class MyReach:
    """A number or address of one's own that we have, and whether we use it."""

    channel: str
    value: str
    used: bool


@dataclass(frozen=True, slots=True)
class Said:
    """What they said at one time, for a worker. `never` and `may`: in words of what to do."""

    id: UUID
    at: datetime
    never: tuple[str, ...]
    may: tuple[str, ...]
    when_safe: str
    words: str
    check_word: str
    seen: bool


def my_safety() -> MySafety | None:
    """What the actor last said, or None. One query."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT said_at, phone, voicemail, text, email, post, when_safe, words, has_word"
            " FROM access_my_safe_contact()"
        )
        row = cursor.fetchone()
    return MySafety(row[0], dict(zip(WAYS, row[1:6], strict=True)), *row[6:]) if row else None


def my_reach() -> list[MyReach]:
    """Which numbers and addresses of the actor we have. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT channel, value, used FROM access_my_reach()")
        return [MyReach(CHANNELS[channel], value, used) for channel, value, used in cursor.fetchall()]


def said_read() -> QuerySet[SafeContact, Any]:
    """All that these people said, the last first."""
    return SafeContact.objects.filter(person_id__among=IDS).order_by("-said_at", "id").values_list(*_SHOWN)


def said_from(rows: Iterable[Sequence[Any]]) -> list[Said]:
    """From the rows of `said_read`."""
    return [_said(row) for row in rows]


def said_of(ids: Sequence[UUID]) -> list[Said]:
    """All that one person said, the last first. One query."""
    found = SafeContact.objects.filter(person_id__in=list(ids)).order_by("-said_at", "id")
    return [_said(row) for row in found.values_list(*_SHOWN)]


def unread_read() -> QuerySet[SafeContact, Any]:
    """(person, moment) of what these people said that no worker has read."""
    found = SafeContact.objects.filter(person_id__among=IDS, seen_at__isnull=True)
    return found.order_by("-said_at", "id").values_list("person_id", "said_at")


def unread_from(rows: Iterable[Sequence[Any]], names: Mapping[UUID, Who]) -> list[Asked]:
    """For Today: who changed it and waits to be read, whoever did first at the top. From the rows of `unread_read`."""
    first: dict[UUID, datetime] = {row[0]: row[1] for row in rows}
    return [
        Asked(
            f"{names[person].name} changed how it is safe to reach them",
            f"/people/{person}/safe-contact/",
            "Read it before you ring, write or visit. It holds already.",
            at,
        )
        for person, at in sorted(first.items(), key=lambda each: each[1])
        if person in names
    ]


def _said(row: Sequence[Any]) -> Said:
    answers = dict(zip(WAYS, row[2:7], strict=True))
    return Said(
        id=row[0],
        at=row[1],
        never=tuple(NAMED[way] for way in WAYS if answers[way] == "no"),
        may=tuple(NAMED[way] for way in WAYS if answers[way] == "yes"),
        when_safe=row[7],
        words=row[8],
        check_word=row[9],
        seen=row[10] is not None,
    )
