"""The letters as data: words with gaps, what fills each gap, and the law that they rest on."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from kith.marked import marked

FOLDER = Path(__file__).parent / "data"
WHO = {
    "kinship": marked("For kinship carers"),
    "parent": marked("For parents and family"),
    "anybody": marked("For everybody"),
}
_GAP = re.compile(r"\{([a-z]+)\}")


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing to fill in; `long` where it may be several lines."""

    id: str
    label: str
    hint: str = ""
    long: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a paragraph: words, or the gap that stands there."""

    words: str
    gap: Gap | None = None


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter: its paragraphs as pieces."""

    slug: str
    title: str
    who: str
    when: str
    law: tuple[str, ...]
    checked_on: date
    gaps: tuple[Gap, ...]
    body: tuple[tuple[Piece, ...], ...]


@cache
def letters() -> dict[str, Letter]:
    """All of them by name. Raises ValueError for a gap that nothing fills, or that stands nowhere."""
    found = [_read(path) for path in FOLDER.glob("*.toml")]
    order = list(WHO)
    return {each.slug: each for each in sorted(found, key=lambda each: (order.index(each.who), each.title))}


def _read(path: Path) -> Letter:
    held = tomllib.loads(path.read_text(encoding="utf-8"))
    gaps = {each["id"]: Gap(**each) for each in held["field"]}
    body = tuple(_pieces(each, gaps, path.stem) for each in held["body"])
    used = {piece.gap.id for paragraph in body for piece in paragraph if piece.gap}
    if idle := set(gaps) - used:
        raise ValueError(f"{path.name}: nothing in the letter shows {', '.join(sorted(idle))}")
    return Letter(
        path.stem, held["title"], held["who"], held["when"], tuple(held["law"]), held["checked_on"],
        tuple(gaps.values()), body,
    )  # fmt: skip


def _pieces(paragraph: str, gaps: dict[str, Gap], letter: str) -> tuple[Piece, ...]:
    pieces = []
    for number, part in enumerate(_GAP.split(paragraph)):
        if number % 2 == 0:
            pieces.append(Piece(part))
        elif part in gaps:
            pieces.append(Piece("", gaps[part]))
        else:
            raise ValueError(f"{letter}.toml: no field is called {part}")
    return tuple(each for each in pieces if each.words or each.gap)
