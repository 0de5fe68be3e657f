"""Statistics of a benchmark: percentiles, medians, and a figure beside its floor and its limit."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any, Literal

Verdict = Literal["within", "over", "no limit"]


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest of `values` that at least `share` (0 to 1) of them do not exceed: the nearest rank.

    Raises ValueError for no values, or a share outside 0 to 1.
    """
    if not values:
        raise ValueError("A percentile needs at least one value.")
    if not 0 <= share <= 1:
        raise ValueError(f"A share lies between 0 and 1, not {share}.")
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def median(values: Sequence[float]) -> float:
    """The middle value; of an even number, the mean of the two in the middle. Raises ValueError for none."""
    if not values:
        raise ValueError("A median needs at least one value.")
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def ratio(value: float, floor: float) -> float:
    """How many times the floor; infinite where the floor is nothing and the value is something."""
    if floor == 0:
        return 1.0 if value == 0 else math.inf
    return value / floor


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the report. `limit` is on the ratio where there is a floor, else on the value.

    `at_least` turns the limit round: a load must reach a share of its floor.
    """

    part: str
    what: str
    value: float
    unit: str
    floor: float | None = None
    floor_is: str = ""
    limit: float | None = None
    at_least: bool = False

    @property
    def judged(self) -> float:
        """What the limit is held to: the ratio to the floor, or the value itself."""
        return self.value if self.floor is None else ratio(self.value, self.floor)

    @property
    def verdict(self) -> Verdict:
        """Whether the figure keeps its limit."""
        if self.limit is None:
            return "no limit"
        kept = self.judged >= self.limit if self.at_least else self.judged <= self.limit
        return "within" if kept else "over"

    def as_json(self) -> dict[str, Any]:
        """Plain values, with ratio and verdict; an infinite ratio is given as null."""
        found = None if self.floor is None else self.judged
        plain = None if found is not None and math.isinf(found) else found
        return asdict(self) | {"ratio": plain, "verdict": self.verdict}
