"""The broken line round those who share a home with whom a drawing is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kith.design.drawing.svg import INK, element

DASH = "7 5"


@dataclass(frozen=True)
class Place:
    """Where somebody stands: their row, their middle, and the top and bottom of what is theirs."""

    row: int
    x: float
    top: float
    bottom: float
    at_home: bool


@dataclass(frozen=True)
class Run:
    """Neighbours in a row who share the home, with nobody else between them."""

    row: int
    left: float
    right: float
    top: float
    bottom: float


def round_home(places: Iterable[Place], slot: float) -> str:
    """One line round all of them where rows allow it, else one round each group; nothing for somebody alone."""
    every = list(places)
    if sum(each.at_home for each in every) < 2:
        return ""
    runs = [run for row in sorted({each.row for each in every}) for run in _runs(every, row, slot)]
    if _hang_together(runs):
        return _outline(runs)
    return "".join(_outline([run]) for run in runs)


def _runs(places: Sequence[Place], row: int, slot: float) -> list[Run]:
    found: list[list[Place]] = []
    before = False
    for each in sorted((one for one in places if one.row == row), key=lambda one: one.x):
        if each.at_home:
            if before:
                found[-1].append(each)
            else:
                found.append([each])
        before = each.at_home
    half = slot / 2 - 2
    return [
        Run(
            row,
            group[0].x - half,
            group[-1].x + half,
            min(each.top for each in group),
            max(each.bottom for each in group),
        )
        for group in found
    ]


def _hang_together(runs: Sequence[Run]) -> bool:
    """One run a row, the rows next to each other, and each over a part of the next."""
    return all(
        below.row == above.row + 1 and below.left < above.right and above.left < below.right
        for above, below in pairwise(runs)
    )


def _outline(runs: Sequence[Run]) -> str:
    """Down the right side and up the left, stepping between rows halfway."""
    right, left = [(runs[0].right, runs[0].top)], [(runs[0].left, runs[0].top)]
    for above, below in pairwise(runs):
        middle = (above.bottom + below.top) / 2
        right += [(above.right, middle), (below.right, middle)]
        left += [(above.left, middle), (below.left, middle)]
    corners = [*right, (runs[-1].right, runs[-1].bottom), (runs[-1].left, runs[-1].bottom), *reversed(left)]
    path = "L".join(f"{x:.1f} {y:.1f}" for x, y in corners)
    return element(
        "path",
        d=f"M{path}z",
        fill="none",
        stroke=INK,
        stroke_width=1.4,
        stroke_dasharray=DASH,
        stroke_linejoin="round",
    )
