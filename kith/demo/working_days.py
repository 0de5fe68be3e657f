"""Working days in England, quick enough to ask a million times."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, timedelta
from functools import cache

import holidays

FIRST_YEAR, LAST_YEAR = 1995, 2045


@cache
def _days() -> list[date]:
    closed = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_YEAR, LAST_YEAR + 1))
    first, last = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)
    every = (first + timedelta(n) for n in range((last - first).days + 1))
    return [day for day in every if day.weekday() < 5 and day not in closed]


def add_working_days(start: date, count: int) -> date:
    """The count-th working day after start; count 0 gives start, or the next working day."""
    days = _days()
    if count == 0:
        return days[bisect_left(days, start)]
    return days[bisect_right(days, start) + count - 1]


def on_working_day(day: date) -> date:
    """The day itself, or the next working day."""
    return add_working_days(day, 0)


def working_day_by(day: date, today: date) -> date:
    """The day or the next working day, but never after today: then the last working day before."""
    wanted = on_working_day(day)
    return wanted if wanted <= today else _days()[bisect_right(_days(), today) - 1]


def add_months(start: date, months: int) -> date:
    """The same day of a later month, or its last day where that month is shorter."""
    month = start.month - 1 + months
    year, month = start.year + month // 12, month % 12 + 1
    for day in (start.day, 30, 29, 28):
        if day <= start.day:
            try:
                return date(year, month, day)
            except ValueError:
                continue
    raise AssertionError("every month has a 28th")


def add_years(start: date, years: int) -> date:
    """The same birthday in a later year; 29 February falls on 1 March, as in `age_on`."""
    year = start.year + years
    leap_day = (start.month, start.day) == (2, 29)
    return date(year, 3, 1) if leap_day and year % 4 else start.replace(year=year)


def age_on(dob: date, day: date) -> int:
    """Whole years lived; below 0 for the unborn."""
    return day.year - dob.year - ((day.month, day.day) < (dob.month, dob.day))
