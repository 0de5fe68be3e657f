"""Which templates there are: those that came with Kith, each in the council's own words where it has some."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kith.letters.models import ForWhom, LetterTemplate

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True, slots=True)
class Held:
    """A template as it holds today. Version 0 is what came with Kith."""

    key: str
    version: int
    name: str
    for_whom: str
    subject: str
    words: str


@cache
def that_came() -> dict[str, Held]:
    """The templates that came with Kith, by key."""
    return {path.stem: _read(path) for path in sorted(DATA.glob("*.txt"))}


def _read(path: Path) -> Held:
    head, _, words = path.read_text(encoding="utf-8").partition("\n\n")
    said = dict(line.split(": ", 1) for line in head.splitlines())
    return Held(path.stem, 0, said["name"], ForWhom(said["for"]).value, said["subject"], words.strip())


def held() -> dict[str, Held]:
    """Every template as it holds today, by key, the letters for families first. One query."""
    found = dict(that_came())
    for each in LetterTemplate.objects.order_by("version"):
        found[each.key] = Held(each.key, each.version, each.name, each.for_whom, each.subject, each.words)
    return dict(sorted(found.items(), key=lambda pair: (pair[1].for_whom, pair[1].name)))


def versions(key: str) -> list[LetterTemplate]:
    """The council's versions of a template, newest first. One query."""
    return list(LetterTemplate.objects.filter(key=key).order_by("-version"))
