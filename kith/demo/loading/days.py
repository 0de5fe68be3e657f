"""Days, ranges and years as PostgreSQL reads them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

ENGLAND = ZoneInfo("Europe/London")
ALWAYS = "(,)"


def days(start: date | None, end: date | None = None) -> str:
    """`[start, end)` as a daterange; None is open. Raises ValueError when it would hold no day."""
    if start and end and end <= start:
        raise ValueError(f"a range from {start} up to {end} holds no day")
    return f"[{start or ''},{end or ''})"


@lru_cache(maxsize=20_000)
def moment(day: date) -> str:
    """The first moment of a day in England, as a timestamp with its offset."""
    return datetime.combine(day, time(), ENGLAND).isoformat()


def since(day: date) -> str:
    """From the first moment of a day on, as a tstzrange."""
    return f"[{moment(day)},)"


@lru_cache(maxsize=20_000)
def collection_year(day: date) -> str:
    """The collection year that a day falls in, such as 2024-25: 1 April to 31 March."""
    first = day.year if (day.month, day.day) >= (4, 1) else day.year - 1
    return f"{first}-{(first + 1) % 100:02d}"


def later(day: date, minutes: int) -> str:
    """A time of the day in England, as a timestamp with its offset."""
    return (datetime.combine(day, time(), ENGLAND) + timedelta(minutes=minutes)).isoformat()
