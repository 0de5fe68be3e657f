"""The periods that are accounted for: four quarters, which share no day, and their twelve months.

A year beside its quarters would give the rest away by subtraction, so no figure is of a longer time than a quarter.
"""

from __future__ import annotations

from datetime import date, timedelta

QUARTERS = 4


def quarter_of(day: date) -> date:
    """The first day of the day's quarter; quarters begin in January, April, July and October."""
    return date(day.year, day.month - (day.month - 1) % 3, 1)


def months_on(first: date, months: int) -> date:
    """The first day of the month so many months after (or before) that of `first`."""
    number = first.year * 12 + first.month - 1 + months
    return date(number // 12, number % 12 + 1, 1)


def quarters(as_at: date) -> list[date]:
    """First days of the quarter of a day and of the three before, the latest first."""
    return [months_on(quarter_of(as_at), -3 * back) for back in range(QUARTERS)]


def last_day(quarter: date) -> date:
    """The last day of the quarter that begins on a day."""
    return months_on(quarter, 3) - timedelta(days=1)


def in_words(quarter: date) -> str:
    """Such as "October to December 2026"."""
    return f"{quarter:%B} to {last_day(quarter):%B %Y}"


def month_in_words(month: str) -> str:
    """Such as "October 2026", of 2026-10."""
    return f"{date.fromisoformat(f'{month}-01'):%B %Y}"
