"""Going home and staying home: of a hundred returns so many lasted a year, by age at the return and by time in care.

A line of a few families is hidden, and so are others from which it could be worked out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from kith.access.gates import ActingRequest, staff_who_may
from kith.access.permissions import Permission
from kith.law.accountability.suppress import Count, Hidden, Star, hide

YEARS = 5
STATES = ("stayed", "back")
AGES = {
    "0": "Under 1", "1": "1 to 4", "5": "5 to 9", "10": "10 to 15", "16": "16 and over", "unknown": "Not known",
}  # fmt: skip
TIMES = {
    "0": "Under six months", "6": "Six months to a year", "12": "One year to two", "24": "Two years and over",
    "unknown": "Not known",
}  # fmt: skip
Row = tuple[str, str, str, int, int]


@dataclass(frozen=True, slots=True)
class Line:
    """One line: how many stayed and came back, None where hidden; `of_100` who stayed."""

    name: str
    stayed: int | None
    back: int | None

    @property
    def of_100(self) -> int | None:
        if self.stayed is None or self.back is None or not self.stayed + self.back:
            return None
        return round(100 * self.stayed / (self.stayed + self.back))


@dataclass(frozen=True, slots=True)
class Homecomings:
    """The page: the whole, by age at the return, by time in care."""

    total: Line
    ages: tuple[Line, ...]
    times: tuple[Line, ...]


def homecomings(first: date, stop: date) -> Homecomings:
    """As it may be shown. Noughts for whoever does not answer for the whole council. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT by, key, state, returns, families FROM insight_home(%s, %s)", [first, stop])
        return shown(cursor.fetchall())


def shown(rows: Iterable[Row]) -> Homecomings:
    """What of the rows (by, key, state, returns, families) may be shown."""
    found = {(by, key, state): Count(returns, families) for by, key, state, returns, families in rows}
    keys = {"age": AGES, "time": TIMES}
    stars = {
        state: Star(
            found.get(("total", "", state), Count()),
            {by: {key: found.get((by, key, state), Count()) for key in names} for by, names in keys.items()},
        )
        for state in STATES
    }
    sparse = {by: {key for key in names if _few(found, by, key)} for by, names in keys.items()}
    hidden = [hide(star, sparse) for star in stars.values()]
    return Homecomings(
        _line("All", stars, "total", "", any(each.total for each in hidden)),
        _lines(stars, "age", AGES, hidden),
        _lines(stars, "time", TIMES, hidden),
    )


def _few(found: dict[tuple[str, str, str], Count], by: str, key: str) -> bool:
    """Of so few families in all that a nought would tell that all of them stand alike."""
    return Count(1, sum(found.get((by, key, state), Count()).people for state in STATES)).few


def _lines(
    stars: dict[str, Star], by: str, names: dict[str, str], hidden: Sequence[Hidden]
) -> tuple[Line, ...]:
    lines = [
        _line(name, stars, by, key, any(key in each.lines.get(by, set()) for each in hidden))
        for key, name in names.items()
        if any(star.by[by][key].duties for star in stars.values())
    ]
    return tuple(lines)


def _line(name: str, stars: dict[str, Star], by: str, key: str, is_hidden: bool) -> Line:
    if is_hidden:
        return Line(name, None, None)
    stayed, back = (stars[each].total if by == "total" else stars[each].by[by][key] for each in STATES)
    return Line(name, stayed.duties, back.duties)


@staff_who_may(Permission.SEE_ACCOUNTABILITY)
def insight_home(request: ActingRequest) -> HttpResponse:
    """Who goes home, and who stays there? One statement."""
    stop = timezone.localdate() - timedelta(days=365)
    first = stop.replace(year=stop.year - YEARS, day=1)
    found = homecomings(first, stop)
    context = {
        "found": found,
        "first": first,
        "stop": stop,
        "years": YEARS,
        "all_of_us": request.user.role in {"director", "auditor"},
        "signed_in_as": request.user.display_name,
        "here": "/insight/",
    }
    return render(request, "insight/home.html", context)
