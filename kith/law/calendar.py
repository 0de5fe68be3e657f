"""The working-day calendar of England.

A working day is a day that is not a Saturday, a Sunday, Christmas Day, Good Friday or a bank holiday in
England under the Banking and Financial Dealings Act 1971. Regulations in this field define it so, one after
another (read in the Children Act 2004 (Joint Area Reviews) Regulations 2005, reg 1(3)); some add Boxing Day,
which is a bank holiday whenever it is a weekday.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from kith.law import bank_holidays

ONE_DAY = timedelta(days=1)
SATURDAY = 5
LONDON = ZoneInfo("Europe/London")


def holiday_name(day: date) -> str | None:
    """The name of the public holiday on a day, or None."""
    return bank_holidays.in_year(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Whether a day is neither at a weekend nor a public holiday in England."""
    return day.weekday() < SATURDAY and day not in bank_holidays.in_year(day.year)


def add_working_days(start: date, days: int) -> date:
    """The day that is so many working days after a start, which is day 0 and is not counted.

    A negative number counts back. Nought gives the start itself, working day or not.
    """
    if days == 0:
        return start
    year = start.year
    place = (bisect_right if days > 0 else bisect_left)(_working_days(year), start)
    place += days - (days > 0)
    while place < 0:
        year -= 1
        place += len(_working_days(year))
    while place >= len(_working_days(year)):
        place -= len(_working_days(year))
        year += 1
    return _working_days(year)[place]


@cache
def _working_days(year: int) -> tuple[date, ...]:
    first = date(year, 1, 1)
    days = (first + timedelta(days=n) for n in range((date(year + 1, 1, 1) - first).days))
    return tuple(day for day in days if is_working_day(day))


def working_days_between(start: date, end: date) -> int:
    """Working days after the start, up to and with the end; negative when the end comes first.

    For a working day `end`, `add_working_days(start, working_days_between(start, end)) == end`.
    """
    if end < start:
        return -sum(is_working_day(end + timedelta(days=n)) for n in range((start - end).days))
    return sum(is_working_day(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


def next_working_day(day: date) -> date:
    """The day itself when it is a working day, else the first working day after it."""
    while not is_working_day(day):
        day += ONE_DAY
    return day


def one_working_day_later(moment: datetime) -> datetime:
    """When one whole working day has passed: the same time by the clock on the next working day, in London.

    What begins on a day that is none begins at the first moment of the next that is. `moment` is aware.
    """
    here = moment.astimezone(LONDON)
    first = next_working_day(here.date())
    clock = here.time() if first == here.date() else time(0)
    return datetime.combine(add_working_days(first, 1), clock, tzinfo=LONDON)


@lru_cache(maxsize=65_536)
def holidays_skipped(start: date, end: date) -> tuple[tuple[date, str], ...]:
    """Public holidays on weekdays after the earlier day, up to and with the later: (day, name), in order."""
    first, last = min(start, end), max(start, end)
    found = [
        (day, name)
        for year in range(first.year, last.year + 1)
        for day, name in bank_holidays.in_year(year).items()
        if first < day <= last and day.weekday() < SATURDAY
    ]
    return tuple(sorted(found))
