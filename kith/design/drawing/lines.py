"""How each kind of tie is drawn, in one place for rows, branches and the key."""

from __future__ import annotations

from kith.design.drawing.model import TieKind
from kith.design.drawing.svg import line

DASHES: dict[TieKind | None, str | None] = {
    TieKind.PARENT: None,
    TieKind.ADOPTIVE_PARENT: None,
    TieKind.STEP_PARENT: "10 3 2 3",
    TieKind.KINSHIP_CARER: "10 3 2 3",
    TieKind.FOSTER_CARER: "2 4",
    TieKind.SIBLING: "2 4",
    TieKind.MARRIED: None,
    TieKind.TOGETHER: "7 4",
    TieKind.PARTED: None,
    TieKind.DIVORCED: None,
    None: "1 5",
}
SLASHES = {TieKind.PARTED: 1, TieKind.DIVORCED: 2}

# What the key says, in the order in which it says it.
MEANINGS: tuple[tuple[TieKind | None, str], ...] = (
    (TieKind.MARRIED, "married"),
    (TieKind.TOGETHER, "living together"),
    (TieKind.PARTED, "parted"),
    (TieKind.DIVORCED, "divorced"),
    (None, "parents of a child"),
    (TieKind.PARENT, "child by birth"),
    (TieKind.ADOPTIVE_PARENT, "adopted"),
    (TieKind.KINSHIP_CARER, "cared for by family"),
    (TieKind.STEP_PARENT, "step-parent"),
    (TieKind.FOSTER_CARER, "fostered"),
    (TieKind.SIBLING, "brothers and sisters"),
)


def couple_line(kind: TieKind | None, x1: float, x2: float, y: float) -> str:
    """A level line between two people, with slashes where they parted."""
    return line(x1, y, x2, y, DASHES[kind]) + _slashes(kind, (x1 + x2) / 2, y)


def _slashes(kind: TieKind | None, x: float, y: float) -> str:
    count = SLASHES.get(kind, 0) if kind else 0
    # Left of the middle, where the line down to the children begins.
    return "".join(line(x - 14 + n * 6, y + 8, x - 8 + n * 6, y - 8) for n in range(count))


def child_line(kind: TieKind, x1: float, y1: float, x2: float, y2: float) -> str:
    """A line to a child: level or upright. An adopted child has a second, dashed line beside it."""
    drawn = line(x1, y1, x2, y2, DASHES[kind])
    if kind is TieKind.ADOPTIVE_PARENT:
        over, down = (4, 0) if x1 == x2 else (0, 4)
        drawn += line(x1 + over, y1 + down, x2 + over, y2 + down, "4 3")
    return drawn
