"""Behind the family's door: help that we offered or gave, as far as it was released to the reader by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kith.core.reads import AS_IT_IS, DAY, ID, Called, Reads


@dataclass(frozen=True, slots=True)
class MyHelpLine:
    """One thing: in words, and on which day. `given`: it was given; else offered."""

    id: UUID
    words: str
    on: date
    given: bool


def my_help_read() -> Called:
    """For the account that acts, or whose eyes are looked through; the newest first."""
    return Called(
        "SELECT item, words, day, kind = 'given' FROM help_mine_to_read() ORDER BY day DESC, words, item",
        (ID, AS_IT_IS, DAY, AS_IT_IS),
    )


def my_help_from(rows: Iterable[Sequence[Any]]) -> list[MyHelpLine]:
    """Lines from the rows of `my_help_read`."""
    return [MyHelpLine(*row) for row in rows]


_help = Reads(help=my_help_read)


def my_help() -> list[MyHelpLine]:
    """What `my_help_read` gives, by itself. One statement."""
    return my_help_from(_help.run()["help"])
