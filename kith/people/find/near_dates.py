"""Dates of birth that a slip of the hand or the ear makes out of one another."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Literal

FIRST, LAST = 1880, 2200
Slip = Literal["one day apart", "day and month swapped", "one digit different"]


def near_dates(born: date) -> list[date]:
    """Every real date one slip from `born`, never `born` itself: a day either side, day and month swapped,
    one digit of day, month or year different. Only years in which somebody living may be born."""
    return [found for found in sorted(_slips(born)) if found != born and FIRST <= found.year <= LAST]


def slip_between(one: date, other: date) -> Slip | None:
    """Which slip makes the one from the other, the likeliest first; None where there is none, or no
    difference."""
    if one == other:
        return None
    if abs((one - other).days) == 1:
        return "one day apart"
    if one.year == other.year and one.month == other.day and one.day == other.month:
        return "day and month swapped"
    differ = sum(a != b for a, b in zip(one.isoformat(), other.isoformat(), strict=True))
    return "one digit different" if differ == 1 else None


def _slips(born: date) -> set[date]:
    found = {born}
    for days in (-1, 1):
        try:
            found.add(born + timedelta(days=days))
        except OverflowError:
            continue  # the first and last day that the calendar has
    _add(found, born.year, born.day, born.month)
    digits = f"{born:%Y%m%d}".rjust(8, "0")
    for place in range(8):
        for digit in "0123456789":
            changed = digits[:place] + digit + digits[place + 1 :]
            _add(found, int(changed[:4]), int(changed[4:6]), int(changed[6:]))
    return found


def _add(found: set[date], year: int, month: int, day: int) -> None:
    try:
        found.add(date(year, month, day))
    except ValueError:
        return
