"""The shapes of a genogram: one for each person."""

from __future__ import annotations

from typing import Any

from kith.design.drawing.model import PersonNode, Sex
from kith.design.drawing.svg import INK, SOFT, element, line, linked, text, wrap

PLAIN_FILL = "#ffffff"
HOME_FILL = "#cfe5df"
SUBJECT_FILL = "#f7d898"


def shape(node: PersonNode, x: float, y: float, size: float, fill: str) -> str:
    """The outline alone, centred: square, circle, diamond, rounded square, or a triangle for the unborn."""
    half = size / 2
    paint: dict[str, Any] = {"fill": fill, "stroke": INK, "stroke_width": 1.7}
    if node.unborn:
        return element("path", d=f"M{x:.1f} {y - half:.1f}l{half:.1f} {size:.1f}h{-size:.1f}z", **paint)
    if node.sex is Sex.FEMALE:
        return element("circle", cx=x, cy=y, r=half, **paint)
    if node.sex is Sex.NEITHER:
        reach = half * 1.1
        return element(
            "path",
            d=f"M{x:.1f} {y - reach:.1f}l{reach:.1f} {reach:.1f}l-{reach:.1f} {reach:.1f}"
            f"l-{reach:.1f} -{reach:.1f}z",
            **paint,
        )
    corner = size * 0.32 if node.sex is Sex.UNKNOWN else None
    return element("rect", x=x - half, y=y - half, width=size, height=size, rx=corner, **paint)


def symbol(node: PersonNode, x: float, y: float, size: float, *, subject: bool = False) -> str:
    """A person's shape with its marks: doubled for whom the drawing is about, crossed for the dead."""
    fill = SUBJECT_FILL if subject else HOME_FILL if node.lives_with else PLAIN_FILL
    marks = shape(node, x, y, size + 9, PLAIN_FILL) if subject else ""
    marks += shape(node, x, y, size, fill)
    if node.died:
        reach = size * (0.354 if node.sex is Sex.FEMALE else 0.5)
        marks += line(x - reach, y - reach, x + reach, y + reach) + line(
            x - reach, y + reach, x + reach, y - reach
        )
    return marks


def label_lines(node: PersonNode, width: float, most: int = 2) -> list[tuple[str, int]]:
    """The words under or beside a shape, as (line, size): name, then what the child calls them, then age."""
    lines = [(part, 15) for part in wrap(node.name, width, 15, most + 1)]
    if node.words:
        lines += [(part, 13) for part in wrap(f"“{node.words}”", width, 13, most)]
    age = f"{node.age}, died" if node.died and node.age else "died" if node.died else node.age
    return lines + [(part, 13) for part in wrap(age, width, 13, most)]


def person(
    node: PersonNode,
    x: float,
    y: float,
    size: float,
    lines: list[tuple[str, int]],
    *,
    at: tuple[float, float],
    anchor: str,
    subject: bool = False,
) -> str:
    """Shape and words together, one link where the person has an address. `at`: the first line's place."""
    left, top = at
    drawn = symbol(node, x, y, size, subject=subject)
    for words, letter in lines:
        top += letter + 3
        weight = "600" if letter == 15 else None
        drawn += text(
            words, left, top, letter, text_anchor=anchor, font_weight=weight, fill=INK if weight else SOFT
        )
    return linked(drawn, node.href)
