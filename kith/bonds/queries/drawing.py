"""A child's own drawing of who matters: rings around them, and whoever is in it as a list with the same numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import Any
from uuid import UUID

from kith.bonds.models import Closeness

RADIUS = {1: 34, 2: 66, 3: 98}
"""How far from the middle each ring is drawn, in a picture of 220 by 220."""
MIDDLE = 110


@dataclass(frozen=True, slots=True)
class Drawn:
    """Somebody in it: their number, how close, and where their dot is."""

    id: UUID
    number: int
    name: str
    tie: str
    closeness: int
    x: int
    y: int

    @property
    def close(self) -> str:
        return str(Closeness(self.closeness).label)


@dataclass(frozen=True, slots=True)
class Drawing:
    """One drawing, the closest first."""

    people: tuple[Drawn, ...]

    @property
    def rings(self) -> list[int]:
        return sorted(RADIUS.values(), reverse=True)

    @property
    def close(self) -> int:
        """How many are close or very close."""
        return sum(each.closeness < Closeness.KNOWN for each in self.people)


def drawing(rows: Iterable[Sequence[Any]], when: str) -> Drawing:
    """Of rows (id, when, name, tie, closeness) those of one drawing. Each ring is turned a little against the next."""
    chosen = [row for row in rows if row[1] == when]
    count = {ring: sum(row[4] == ring for row in chosen) for ring in RADIUS}
    seen = dict.fromkeys(RADIUS, 0)
    people = []
    for number, (drawn, _when, name, tie, ring) in enumerate(chosen, 1):
        turn = 2 * pi * seen[ring] / count[ring] + ring * 0.7 - pi / 2
        seen[ring] += 1
        x, y = (round(MIDDLE + RADIUS[ring] * way(turn)) for way in (cos, sin))
        people.append(Drawn(drawn, number, name, tie, ring, x, y))
    return Drawing(tuple(people))
