"""What is counted, fact by fact, with where each counts: the same reading for the night and for a list behind a figure.

Each under the access of whoever asks: the worker's service reads everybody, a manager what is open to them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

from django.db import connection

from kith.access.working_with import LEADS
from kith.insight.areas import NO_AREA, line_of
from kith.insight.measures import Measure
from kith.law.accountability import periods
from kith.law.accountability.groups import group_of
from kith.law.accountability.suppress import Count

PLACED = Path(__file__).with_name("placed.sql")
NO_TEAM = "none"
BREAKDOWNS = ("area", "group", "team")
ALL = "all"
Counts = dict[tuple[str, str], dict[str, Count]]
"""By breakdown and line: the count of each state, and of all states together under 'all'."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One unit of a measure, and where it counts. `whose`: the family, else the person, else the unit itself."""

    unit: UUID
    state: str
    quarter: date
    person: UUID | None
    whose: UUID
    area: str
    group: str
    team: str

    def line(self, by: str) -> str:
        """Its line in a breakdown; '' in total."""
        return "" if by == "total" else str(getattr(self, by))


def facts(measure: Measure, as_at: date, *, before: int = 0) -> list[Fact]:
    """Facts of the four quarters up to a day, and of so many months `before` them, as the record says. One statement.

    The year before settles which areas stand together (kith.insight.areas); no figure is of it.
    """
    days = periods.quarters(as_at)
    asked: dict[str, Any] = {
        "first": periods.months_on(days[-1], -before),
        "last": periods.last_day(days[0]),
        "today": as_at,
        "leads": list(LEADS),
    }
    sql = PLACED.read_text(encoding="utf-8").replace("/*facts*/", measure.facts)
    with connection.cursor() as cursor:
        cursor.execute(sql, asked)
        settled = measure.settle or str
        return [
            Fact(unit, settled(state), quarter, person, whose, area or NO_AREA, group_of(code), team)
            for unit, state, quarter, person, whose, area, code, team in cursor.fetchall()
        ]


def by_quarter(
    found: Iterable[Fact],
    *,
    team: str | None = None,
    quarters: Collection[date] = (),
    areas: Mapping[date, Sequence[str]] = MappingProxyType({}),
) -> Iterator[tuple[date, Counts]]:
    """How many stood how in each quarter: of the council, or of one team, which is not broken down by team.

    How few they are is told by families, not by children: six brothers and sisters are one family. `quarters`: those
    alone, or all; `areas`: the lines of areas of each quarter, where each area does not stand alone.
    """
    units: dict[tuple[date, str, str, str], set[UUID]] = defaultdict(set)
    whose: dict[tuple[date, str, str, str], set[UUID]] = defaultdict(set)
    for fact in found:
        if (team is not None and fact.team != team) or (quarters and fact.quarter not in quarters):
            continue
        for by in ("total", *BREAKDOWNS):
            if by == "team" and team is not None:
                continue
            key = fact.line(by)
            if by == "area":
                key = line_of(key, areas.get(fact.quarter, ()))
            for state in (fact.state, ALL):
                cell = (fact.quarter, by, key, state)
                units[cell].add(fact.unit)
                whose[cell].add(fact.whose)
    counts: dict[date, Counts] = defaultdict(lambda: defaultdict(dict))
    for (quarter, by, key, state), seen in units.items():
        counts[quarter][by, key][state] = Count(len(seen), len(whose[quarter, by, key, state]))
    yield from sorted(counts.items())
