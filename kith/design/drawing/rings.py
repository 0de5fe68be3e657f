"""The wider circle: rings round the person, the closest innermost, in their own words."""

from __future__ import annotations

from collections.abc import Sequence

from kith.design.drawing.model import PersonNode
from kith.design.drawing.svg import DEEP, SOFT, element, text
from kith.design.drawing.symbols import label_lines, person, symbol

SIZE = 30.0
CELL = 108.0
BAND = 12.0
FILLS = ("#f3f8f6", "#f8f5ee", "#fbf9f5", "#ffffff")


def draw_rings(
    rings: Sequence[tuple[str, Sequence[PersonNode]]], subject: PersonNode, width: float
) -> tuple[str, float]:
    """Nested rounded rings, one (words, people) each from the closest out; gives markup and its height."""
    depth = len(rings)
    band = BAND if width > 400 else BAND / 2
    outer = band / 2
    inside = outer + depth * band
    columns = max(1, int((width - 2 * inside) // CELL))
    cell = (width - 2 * inside) / columns
    top = outer + depth * band * 0.6
    y = top + 8
    body = symbol(subject, width / 2, y + SIZE / 2 + 4, SIZE, subject=True)
    name = label_lines(subject, width - 2 * inside - 20, 1)[0][0] if subject.name else ""
    y += SIZE + 24
    body += text(name, width / 2, y, 15, text_anchor="middle", font_weight="600")
    y += 10
    frames = ""
    for n, (words, people) in enumerate(rings):
        y += 20
        body += text(words, inside + 6, y, 14, fill=DEEP, font_weight="600")
        y += 8
        grid, y = _grid(people, inside, y, cell, columns)
        body += grid
        y += BAND
        edge = inside - (n + 1) * band + band / 2
        rise = top - (n + 1) * band * 0.6 + band * 0.3
        frames = (
            element(
                "rect",
                x=edge,
                y=rise,
                width=width - 2 * edge,
                height=y - rise,
                rx=26 + 6 * n,
                fill=FILLS[min(n, len(FILLS) - 1)],
                stroke="#a9bdb7",
                stroke_width=1.4,
            )
            + frames
        )
    return frames + body, y + BAND / 2


def _grid(
    people: Sequence[PersonNode], left: float, top: float, cell: float, columns: int
) -> tuple[str, float]:
    if not people:
        return text("Nobody here yet", left + 6, top + 14, 13, fill=SOFT), top + 24
    drawn = ""
    for start in range(0, len(people), columns):
        row = people[start : start + columns]
        tallest = 0
        for n, node in enumerate(row):
            words = label_lines(node, cell - 12)
            x = left + cell * (n + 0.5)
            drawn += person(node, x, top + SIZE / 2 + 6, SIZE, words, at=(x, top + SIZE + 9), anchor="middle")
            tallest = max(tallest, sum(size + 3 for _, size in words))
        top += SIZE + 18 + tallest
    return drawn, top
