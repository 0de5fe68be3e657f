"""The collection year: from 1 April to 31 March, written "2026-27"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

EARLIEST_COLLECTION = 2017
"""The first collection year that Kith reads and writes: 2017-18."""


@dataclass(frozen=True, slots=True)
class Window:
    """A collection year: `year` as "2026-27", and its first and last day, both within it."""

    year: str
    starts: dt.date
    ends: dt.date


def window_from(first: int) -> Window:
    """The year that begins on 1 April of `first`."""
    return Window(collection_year(first), dt.date(first, 4, 1), dt.date(first + 1, 3, 31))


def first_of(year: str) -> int | None:
    """The calendar year in which "2026-27" begins; None where it is no collection year."""
    found = re.fullmatch(r"(\d{4})-(\d{2})", year.strip())
    return int(found[1]) if found and int(found[2]) == (int(found[1]) + 1) % 100 else None


def collection_year(start: int) -> str:
    """2017 gives "2017-18"."""
    return f"{start}-{(start + 1) % 100:02d}"


def year_of(day: dt.date) -> int:
    """The start of the collection year that a day lies in."""
    return day.year if day.month >= 4 else day.year - 1
