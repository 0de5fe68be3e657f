"""What one night is worth, in whole pence, so that any part of a week adds up to the week.

A weekly rate is seldom a multiple of seven. Monday's night is worth what the first seventh rounds down to, Tuesday's what
two sevenths do less that, and so on: seven nights in a row, from whichever day, are the week's rate to the penny, and
a week that is cut in parts is worth the same as one that is not.
"""

from __future__ import annotations

from datetime import date

DAYS = 7


def night_pence(weekly: int, night: date) -> int:
    """What the night that begins on this day is worth, of so many pence a week."""
    day = night.weekday()
    return weekly * (day + 1) // DAYS - weekly * day // DAYS


def nights_between(first: date, until: date) -> int:
    """How many nights `[first, until)` holds; none where it ends before it begins."""
    return max(0, (until - first).days)


def pence_for(weekly: int, first: date, until: date) -> int:
    """What the nights `[first, until)` are worth at so many pence a week: whole weeks first, then the days left."""
    weeks, left = divmod(nights_between(first, until), DAYS)
    begins = first.weekday()
    ends = begins + left
    part = _up_to(weekly, ends) - _up_to(weekly, begins)
    return weeks * weekly + part


def _up_to(weekly: int, days: int) -> int:
    weeks, day = divmod(days, DAYS)
    return weeks * weekly + weekly * day // DAYS
