"""Ages and age bands. Somebody born on 29 February has their birthday on 1 March in other years."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

GROWN_UP = 18


@dataclass(frozen=True, slots=True)
class Band:
    """From which age (whole years) on, up to the next band, how many pence a week. `id`: its row, where it has one."""

    from_age: int
    weekly: int
    id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Version:
    """The rates from a day on, until the next version's; bands in the order of age, the first from birth."""

    from_on: date
    bands: tuple[Band, ...]

    def band(self, years: int) -> Band:
        """The band of an age. Raises ValueError for a version without bands."""
        found = [each for each in self.bands if each.from_age <= max(0, years)]
        if not found:
            raise ValueError(f"The rates from {self.from_on} have no band for {years} years.")
        return max(found, key=lambda each: each.from_age)


def birthday(born: date, years: int) -> date:
    """The day on which somebody is so many years old."""
    try:
        return born.replace(year=born.year + years)
    except ValueError:
        return date(born.year + years, 3, 1)


def years_old(born: date, on: date) -> int:
    """Whole years on a day; none before birth."""
    years = on.year - born.year
    return max(0, years if on >= birthday(born, years) else years - 1)


def changes(born: date, versions: Sequence[Version], first: date, until: date) -> Iterator[date]:
    """Days inside `(first, until)` on which the rate may change: new versions, and birthdays that begin a band."""
    ages = {band.from_age for version in versions for band in version.bands} | {GROWN_UP}
    days = {version.from_on for version in versions} | {birthday(born, age) for age in ages if age > 0}
    yield from sorted(day for day in days if first < day < until)


def held_on(versions: Sequence[Version], day: date) -> Version | None:
    """The version that holds on a day: the last that began."""
    begun = [each for each in versions if each.from_on <= day]
    return max(begun, key=lambda each: each.from_on) if begun else None
