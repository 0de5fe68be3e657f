"""Which templates there are: those that came with Kith, each in the council's own words where it has some."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kith.letters.models import ForWhom, LetterKind, LetterTemplate, WordTemplate

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
    kind: str = LetterKind.LETTER.value

    @property
    def is_letter(self) -> bool:
        """Whether its words are typed as a letter; a paper's sections are filled from the record."""
        return self.kind == LetterKind.LETTER


@cache
def that_came() -> dict[str, Held]:
    """The templates that came with Kith, by key."""
    return {path.stem: _read(path) for path in sorted(DATA.glob("*.txt"))}


def _read(path: Path) -> Held:
    head, _, words = path.read_text(encoding="utf-8").partition("\n\n")
    said = dict(line.split(": ", 1) for line in head.splitlines())
    whom, kind = ForWhom(said["for"]).value, LetterKind(said.get("kind", "letter")).value
    return Held(path.stem, 0, said["name"], whom, said["subject"], words.strip(), kind)


def held() -> dict[str, Held]:
    """Every template as it holds today, by key, the letters for families first, papers last. One query."""
    found = dict(that_came())
    for each in LetterTemplate.objects.order_by("version"):
        came = found.get(each.key)
        kind = came.kind if came else LetterKind.LETTER.value
        found[each.key] = Held(
            each.key, each.version, each.name, each.for_whom, each.subject, each.words, kind
        )
    return dict(
        sorted(found.items(), key=lambda pair: (not pair[1].is_letter, pair[1].for_whom, pair[1].name))
    )


def versions(key: str) -> list[LetterTemplate]:
    """The council's versions of a template, newest first. One query."""
    return list(LetterTemplate.objects.filter(key=key).order_by("-version"))


def word_held() -> dict[str, WordTemplate]:
    """The council's own Word files as they hold today, by key; without the files themselves. One query."""
    found = WordTemplate.objects.order_by("key", "-version").distinct("key").defer("content")
    return {each.key: each for each in sorted(found, key=lambda one: one.name)}
