"""The stages as data. Times and sources are the register's; a stage that names a duty or letter not there is refused."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kith.advice.lawful import duties
from kith.advice.letters.held import Letter, letters

DATA = Path(__file__).parent / "data" / "stages.toml"


@dataclass(frozen=True, slots=True)
class Stage:
    """One place in the process, as somebody in it would say it."""

    slug: str
    title: str
    part: str
    happens: str
    law: tuple[str, ...]
    rights: tuple[str, ...]
    next: str
    challenge: tuple[str, ...]
    letters: tuple[Letter, ...]


@cache
def stages() -> dict[str, Stage]:
    """All of them by name, in the order of the file. Raises KeyError for a duty or letter that is not there."""
    held: list[dict[str, Any]] = tomllib.loads(DATA.read_text(encoding="utf-8"))["stage"]
    found = {}
    for each in held:
        for duty in each["law"]:
            duties()[duty]
        found[each["slug"]] = Stage(
            slug=each["slug"], title=each["title"], part=each["part"], happens=each["happens"],
            law=tuple(each["law"]), rights=tuple(each["rights"]), next=each["next"],
            challenge=tuple(each["challenge"]), letters=tuple(letters()[name] for name in each["letters"]),
        )  # fmt: skip
    return found
