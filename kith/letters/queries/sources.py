"""What a letter or paper is made of, as links to the record."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from kith.letters.models import Letter
from kith.letters.parts import Part

BEGINS = 80


@dataclass(frozen=True, slots=True)
class Source:
    """One line's source: its address within Kith, and how the line begins."""

    href: str
    says: str


def sources_of(letter: Letter) -> list[Source]:
    """Each source once, in the order of the paper. No query."""
    found: dict[str, str] = {}
    for part in letter.content:
        for href, says in _lines(part):
            found.setdefault(href, says)
    for number, event in enumerate(letter.made_of, 1):
        found.setdefault(reverse("story_event", args=[letter.person_id, event]), f"On the story, {number}")
    return [Source(href, says) for href, says in found.items()]


def _lines(part: Part) -> Iterator[tuple[str, str]]:
    said = part.get("points") or [" ".join(row) for row in part.get("rows", ())]
    for href, says in zip(part.get("from", ()), said, strict=False):
        if href.startswith("/people/"):
            yield href, f"{says[:BEGINS].rsplit(' ', 1)[0]}…" if len(says) > BEGINS else says
