"""When one way of reaching the service is answered. No Django and no database: dates, times and ranges alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

LONDON = ZoneInfo("Europe/London")
AHEAD = 60
"""Days looked ahead for the next opening."""


@dataclass(frozen=True, slots=True)
class Span:
    """Answered on a weekday (1 is Monday) between two times, from the day `first` until before `until` (None: on)."""

    weekday: int
    opens: time
    closes: time
    first: date
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it holds on this day."""
        dated = self.first <= day and (self.until is None or day < self.until)
        return dated and day.isoweekday() == self.weekday


@dataclass(frozen=True, slots=True)
class Special:
    """A day of other hours; without any it is closed."""

    opens: time | None = None
    closes: time | None = None
    why: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """How it stands at one moment. `until`: when it closes, if it is open; `next`: when it opens next, if it is not.

    `why`: what is special today, in the charity's words, or the name of a bank holiday.
    """

    until: datetime | None = None
    next: datetime | None = None
    why: str = ""

    @property
    def is_open(self) -> bool:
        """Whether somebody answers."""
        return self.until is not None


@dataclass(frozen=True)
class Rota:
    """All that is known of one way of reaching the service."""

    spans: Sequence[Span] = ()
    special: Mapping[date, Special] = field(default_factory=dict)

    def on(self, day: date) -> list[tuple[datetime, datetime]]:
        """The stretches on one day, in order, as moments; those that touch are one."""
        stretches = sorted((_moment(day, opens), _moment(day, closes)) for opens, closes in self._times(day))
        joined: list[tuple[datetime, datetime]] = []
        for opens, closes in stretches:
            if closes <= opens:
                continue  # an hour that the clock leaps over
            if joined and opens <= joined[-1][1]:
                joined[-1] = (joined[-1][0], max(closes, joined[-1][1]))
            else:
                joined.append((opens, closes))
        return joined

    def why(self, day: date) -> str:
        """What is special about a day; empty for one like any other."""
        if day in self.special:
            return self.special[day].why
        return bank_holiday(day)

    def at(self, moment: datetime) -> Opening:
        """How it stands at an aware moment."""
        today = moment.astimezone(LONDON).date()
        for opens, closes in self._from(today):
            if closes <= moment:
                continue
            if opens <= moment:
                return Opening(until=closes.astimezone(LONDON), why=self.why(today))
            return Opening(next=opens.astimezone(LONDON), why=self.why(today))
        return Opening(why=self.why(today))

    def _from(self, day: date) -> Iterator[tuple[datetime, datetime]]:
        for ahead in range(AHEAD + 1):
            yield from self.on(day + timedelta(days=ahead))

    def _times(self, day: date) -> Iterable[tuple[time, time]]:
        other = self.special.get(day)
        if other is not None:
            return [(other.opens, other.closes)] if other.opens and other.closes else []
        if bank_holiday(day):
            return []
        return [(each.opens, each.closes) for each in self.spans if each.holds(day)]


def bank_holiday(day: date) -> str:
    """The name of England's bank holiday on this day; empty on any other."""
    return _bank_holidays(day.year).get(day, "")


@lru_cache(maxsize=16)
def _bank_holidays(year: int) -> dict[date, str]:
    return dict(holidays.country_holidays("GB", subdiv="ENG", years=year).items())


def _moment(day: date, at: time) -> datetime:
    """When a clock in England first shows this, as UTC: what it never shows is as long after midnight as it says."""
    return datetime.combine(day, at, LONDON).astimezone(UTC)
