"""The collection year that a return is written for."""

from __future__ import annotations

import datetime as dt

from kith.returns.codes.windows import (
    EARLIEST_COLLECTION,
    Window,
    collection_year,
    first_of,
    window_from,
    year_of,
)

__all__ = ["Window", "WriteError", "window_of"]


class WriteError(Exception):
    """A return could not be written; the message is one plain line that says why and what to do."""


def window_of(year: str, *, today: dt.date) -> Window:
    """The window of a year such as "2026-27". Raises WriteError for what is no year, or has not begun."""
    first = first_of(year)
    if first is None:
        raise WriteError(f"“{year}” is not a collection year. Write it as 2026-27.")
    if first < EARLIEST_COLLECTION:
        raise WriteError(
            f"Returns are written from {collection_year(EARLIEST_COLLECTION)} on, not for {year}."
        )
    if first > year_of(today):
        raise WriteError(f"The year {year} has not begun, so there is nothing to write of it.")
    return window_from(first)
