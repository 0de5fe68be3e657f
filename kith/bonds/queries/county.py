"""Brothers and sisters apart in the whole county, night by night: the figure, and how it is made.

The Children's Commissioner counts children in care with a brother or sister in care who live apart from at least one;
so does this. Each night of any child can be read on that child's page, so the figure can be made again by hand.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from importlib.resources import files

from django.db import connection


@dataclass(frozen=True, slots=True)
class Night:
    """One night: children with a brother or sister in care whose homes are known, and those apart from at least one."""

    night: date
    known: int
    apart: int

    @property
    def in_a_hundred(self) -> float:
        """How many of a hundred were apart; nought where nobody is counted."""
        return 100 * self.apart / self.known if self.known else 0.0


def apart_each_night(first: date, last: date) -> list[Night]:
    """Nights from `first` up to `last` that the actor may read: the worker reads all. One statement."""
    query = files("kith.bonds.queries").joinpath("county.sql").read_text(encoding="utf-8")
    with connection.cursor() as cursor:
        cursor.execute(query, {"first": first, "last": last})
        return [Night(*row) for row in cursor.fetchall()]
