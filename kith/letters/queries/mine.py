"""What the family's door reads of letters: through one function of the database, and no row of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection
from django.urls import reverse
from django.utils import timezone

from kith.marked import marked
from kith.story.queries.shared import shared_with_me


@dataclass(frozen=True, slots=True)
class MyLetter:
    """A letter to me: the day that it bears. What it is about is in it, and nowhere else."""

    id: UUID
    written_on: date
    released_at: datetime


def my_letters() -> list[MyLetter]:
    """What was released to the actor of letters to them, the newest first. One query."""
    return [MyLetter(sending, on, at) for sending, on, at, _file in _mine()]


def my_letter_file(sending: UUID) -> str | None:
    """The file of one of these by its name in the store, or None. One query."""
    return next((file for each, _on, _at, file in _mine() if each == sending), None)


@dataclass(frozen=True, slots=True)
class MyPaper:
    """Something to open: its kind in a word, its day, and where. What it is about is in it, and nowhere else."""

    kind: str
    day: datetime | date
    href: str


def my_papers() -> list[MyPaper]:
    """All letters, papers, pictures and files that were released to the actor, the newest first. Five queries."""
    found = [
        MyPaper(marked("A letter"), each.written_on, reverse("my_letter", args=[each.id]))
        for each in my_letters()
    ]
    for item in shared_with_me():
        found += [
            MyPaper(
                kind_of(file.media_type), item.happened_at, reverse("my_document", args=[item.id, file.id])
            )
            for file in item.documents
        ]
    return sorted(found, key=lambda each: (-_ordinal(each.day), each.href))


def kind_of(media_type: str) -> str:
    """What a file is, to whoever opens it."""
    family = media_type.partition("/")[0]
    return {"image": marked("A picture"), "audio": marked("A recording")}.get(family, marked("A document"))


def _ordinal(day: datetime | date) -> int:
    return (timezone.localdate(day) if isinstance(day, datetime) else day).toordinal()


def _mine() -> list[tuple[UUID, date, datetime, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sending, written_on, released_at, file FROM letters_mine()")
        return list(cursor.fetchall())
