"""Months and years, and ages, as English law counts them."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

LEAP_DAY = (2, 29)


def add_months(start: date, months: int) -> date:
    """The corresponding date so many months on (or back, when negative).

    A month is a calendar month (Interpretation Act 1978, Schedule 1). The period ends on the day that bears
    the same number; where that month has no such day, on its last day (Dodds v Walker [1981] UKHL, read).
    """
    count = start.year * 12 + start.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def last_day_of_months(first: date, months: int) -> date:
    """The last day of a period of months that begins with, and counts, its first day.

    It is the day before the corresponding date or, where that month has no such date, its last day (so said
    in SI 2018/1082 art 1.4(2), read).
    """
    corresponding = add_months(first, months)
    return corresponding - timedelta(days=1) if corresponding.day == first.day else corresponding


def birthday(birth: date, age: int) -> date:
    """The day on which an age is reached. A child of 29 February reaches it on 1 March in a common year."""
    year = birth.year + age
    if (birth.month, birth.day) == LEAP_DAY and monthrange(year, 2)[1] == 28:
        return date(year, 3, 1)
    return birth.replace(year=year)


def age_on(birth: date, day: date) -> int:
    """Whole years of age on a day; negative before birth."""
    return day.year - birth.year - ((day.month, day.day) < (birth.month, birth.day))
