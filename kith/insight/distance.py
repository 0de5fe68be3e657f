"""How far from home: within twenty miles or further, from two postcodes."""

from __future__ import annotations

from math import dist

from kith.core.where import where

MILES, METRES_A_MILE = 20, 1609.344
"""The distance by which DfE publishes homes near and far (Children looked after in England, placements)."""
BETWEEN = ">"


def settle(told: str) -> str:
    """The state of `home>placement`, two postcodes: near, away or unknown; what is no such pair stays as it is.

    In a straight line between the middles of their sectors, so a mile or two out.
    """
    if BETWEEN not in told:
        return told
    middles = [where(each) for each in told.split(BETWEEN)]
    if None in middles:
        return "unknown"
    home, placed = middles
    return "near" if dist(home, placed) <= MILES * METRES_A_MILE else "away"  # type: ignore[arg-type]
