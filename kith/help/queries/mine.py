"""Behind the family's door: help that we offered or gave, as far as it was released to the reader by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, slots=True)
class MyHelpLine:
    """One thing: in words, and on which day. `given`: it was given; else offered."""

    id: UUID
    words: str
    on: date
    given: bool


def my_help() -> list[MyHelpLine]:
    """For the account that acts, or whose eyes are looked through; the newest first. One statement."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT item, words, day, kind = 'given' FROM help_mine_to_read() ORDER BY day DESC, words, item"
        )
        return [MyHelpLine(*row) for row in cursor.fetchall()]
