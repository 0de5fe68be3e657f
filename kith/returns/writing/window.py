"""The collection year that a return is written for."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from kith.returns.reading.limits import EARLIEST_COLLECTION
from kith.returns.reading.years import collection_year, year_of


class WriteError(Exception):
    """A return could not be written; the message is one plain line that says why and what to do."""


@dataclass(frozen=True, slots=True)
class Window:
    """A collection year: `year` as "2026-27", and its first and last day, both within it."""

    year: str
    starts: dt.date
    ends: dt.date


def window_of(year: str, *, today: dt.date) -> Window:
    """The window of a year such as "2026-27". Raises WriteError for what is no year, or has not begun."""
    found = re.fullmatch(r"(\d{4})-(\d{2})", year.strip())
    if not found or int(found[2]) != (int(found[1]) + 1) % 100:
        raise WriteError(f"“{year}” is not a collection year. Write it as 2026-27.")
    first = int(found[1])
    if first < EARLIEST_COLLECTION:
        raise WriteError(
            f"Returns are written from {collection_year(EARLIEST_COLLECTION)} on, not for {year}."
        )
    if first > year_of(today):
        raise WriteError(f"The year {year} has not begun, so there is nothing to write of it.")
    return Window(collection_year(first), dt.date(first, 4, 1), dt.date(first + 1, 3, 31))
