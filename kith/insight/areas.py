"""Areas wide enough to be told of: neighbours stand together where few families were counted in the year before (0191).

How they stand together in a quarter is settled by the twelve months before it, and stays: were it settled anew each
night, a line that came apart from its neighbour would give the neighbour away by subtraction.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Protocol
from uuid import UUID

from kith.law.accountability.periods import months_on

ENOUGH = 48
"""Families in the twelve months before: about twelve a quarter, of whom more than five may stand alike."""
TO = "–"
NO_AREA = "unknown"


class Counted(Protocol):
    """What is counted of a family: when, and where."""

    @property
    def quarter(self) -> date: ...
    @property
    def whose(self) -> UUID: ...
    @property
    def area(self) -> str: ...


def wide(found: Iterable[Counted], quarter: date, held: Collection[str] = ()) -> list[str]:
    """Lines of areas for one quarter: those that were settled already (`held`), the rest by the twelve months before it.

    A line is an area, or the first and the last of several that follow on each other ("AB1–AB4"). Where nothing was
    counted in those months there are none, and each area stands alone.
    """
    settled = sorted(set(held) - {NO_AREA})
    begins = months_on(quarter, -12)
    families: dict[str, set[UUID]] = defaultdict(set)
    for each in found:
        if begins <= each.quarter < quarter and each.area != NO_AREA:
            families[each.area].add(each.whose)
    groups: list[list[str]] = []
    enough = True
    for area in sorted(families, key=_order):
        if enough:
            groups.append([])
        groups[-1].append(area)
        enough = len(set().union(*(families[each] for each in groups[-1]))) >= ENOUGH
    if not enough and len(groups) > 1:
        groups[-2:] = [groups[-2] + groups[-1]]
    more = [each for each in groups if not any(inside(area, key) for area in each for key in settled)]
    return [*settled, *(each[0] if len(each) == 1 else f"{each[0]}{TO}{each[-1]}" for each in more)]


def line_of(area: str, lines: Sequence[str]) -> str:
    """The line in which an area counts; one that is in none stands alone."""
    return next((key for key in lines if inside(area, key)), area)


def inside(area: str, key: str) -> bool:
    """Whether a line of areas is this one, or holds it."""
    first, _, last = key.partition(TO)
    if area == key or not last or NO_AREA in (area, key):
        return area == key
    return _order(first) <= _order(area) <= _order(last)


def _order(area: str) -> tuple[str, int, str]:
    """AB2 before AB10."""
    found = re.fullmatch(r"(\D*)(\d*)(.*)", area)
    return (found[1], int(found[2] or 0), found[3]) if found else (area, 0, "")
