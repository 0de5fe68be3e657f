"""The fields that a template may name, and how they are filled in. No program runs in a template: a field is a name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

FIELDS = {
    "reader.name": "the name of whoever it is for",
    "reader.first_name": "their first name",
    "person.name": "the name of the child or person whom it is about",
    "person.first_name": "their first name",
    "worker.name": "your name",
    "worker.phone": "your number, or the council's where yours must not be told",
    "lead.name": "the lead worker's name",
    "council.name": "the council's name",
    "council.phone": "the number that is answered at all hours",
    "today": "the day, written out",
}
NAMED = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
BROKEN = re.compile(r"\{\{|\}\}|\{%|%\}")
GAP = "…"


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong in a template: on which line (from 1), what stands there, and what would mend it."""

    line: int
    words: str
    remedy: str

    def __str__(self) -> str:
        return f"Line {self.line}: {self.words}. {self.remedy}"


def faults(words: str) -> list[Fault]:
    """Every field that is not known, and every bracket that does not close, in order."""
    found = []
    for number, line in enumerate(words.splitlines(), 1):
        for named in NAMED.finditer(line):
            if named[1] not in FIELDS:
                says = f"“{named[1]}” is not a field" if named[1] else "a field has no name"
                found.append(Fault(number, says, _remedy(named[1])))
        if broken := BROKEN.search(NAMED.sub("", line)):
            remedy = "A field is written {{ like.this }}, on one line."
            found.append(Fault(number, f"“{broken[0]}” stands alone", remedy))
    return found


def _remedy(named: str) -> str:
    alike = [each for each in FIELDS if each.rpartition(".")[2] == named.rpartition(".")[2] and named]
    return f"Did you mean {' or '.join(alike)}?" if alike else f"Known fields: {', '.join(FIELDS)}."


def filled(words: str, values: Mapping[str, str]) -> str:
    """The words with each field's value in its place; … where the record does not say. Values are not looked into."""
    return NAMED.sub(lambda named: values.get(named[1], "") or GAP, words)
