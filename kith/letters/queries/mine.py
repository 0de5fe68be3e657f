"""What the family's door reads of letters: through one function of the database, and no row of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db import connection


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


def _mine() -> list[tuple[UUID, date, datetime, str]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT sending, written_on, released_at, file FROM letters_mine()")
        return list(cursor.fetchall())
