"""The easy texts, one a file of data: its title, where the whole text is, and its lines in order."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kith.pages.easy.pictures import PICTURES

FOLDER = Path(__file__).parent / "data"
# As the list of them shows them: what somebody new asks first.
ORDER = ("asking", "meeting", "plan", "who-sees", "rights", "complain")


@dataclass(frozen=True, slots=True)
class Line:
    """One idea: its words, its drawing, and a number to ring where it has one."""

    says: str
    picture: str
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """One text. `full`: the name of the address of the whole text; `everybody`: whether that needs no account."""

    name: str
    title: str
    full: str
    everybody: bool
    lines: tuple[Line, ...]


@cache
def topics() -> dict[str, Topic]:
    """All of them by name. Raises ValueError for a line whose drawing is not there."""
    return {name: _topic(name) for name in ORDER}


def _topic(name: str) -> Topic:
    held = tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))
    lines = tuple(Line(**line) for line in held["line"])
    for line in lines:
        if line.picture not in PICTURES:
            raise ValueError(f"{name}: there is no drawing called {line.picture}")
    return Topic(name, held["title"], held["full"], held["everybody"], lines)
