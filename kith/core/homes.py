"""What finding a home needs of the rooms above it: who could care, and who lives where."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from uuid import UUID

from kith.core.ports import Port, Registry

# unexplored(child: Sequence[UUID]) -> names of those who could care and have no outcome yet.
unexplored: Port[[Sequence[UUID]], list[str]] = Port(
    "core.unexplored", "says who of family and friends has not been asked yet"
)
Living = Callable[[Sequence[UUID], date], Mapping[UUID, Sequence[UUID]]]
lives_there: Registry[Living] = Registry("Who lives in a home")
"""Functions from homes and a day to the children who live in each that night, as far as the reader may open them."""


def living_in(homes: Sequence[UUID], day: date) -> dict[UUID, set[UUID]]:
    """The children who live in each home on a night, as every room knows them."""
    found: dict[UUID, set[UUID]] = {}
    for each in lives_there.values():
        for home, children in each(homes, day).items():
            found.setdefault(home, set()).update(children)
    return found
