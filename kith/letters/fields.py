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
# What a paper may take from the record, each on a line of its own under a heading.
BLOCKS = {
    "record.person": "who they are, and what helps them",
    "record.around": "who matters to them",
    "record.workers": "who works with them",
    "record.reach": "where they live, and how to reach them safely",
    "record.latest": "the newest of the story",
    "record.changed": "what happened since the last supervision sheet",
    "record.words": "what they said",
    "record.goals": "what the plan wants to be different",
    "record.steps": "who does what by when",
    "record.due": "what the law says is due, the late first",
    "record.chronology": "what happened, the oldest first",
    "record.genogram": "the drawing of the family, and the same in words",
    "meeting.facts": "the family's meeting: offered, held, from when to when",
    "meeting.plan": "the family's own plan, word for word",
    "meeting.answers": "what the council answered to each part",
    "meeting.reviews": "when the family looked at its plan again",
    "manager.decides": "lines for the manager's own hand",
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


def faults(words: str, *, paper: bool = False) -> list[Fault]:
    """Every field that is not known, and every bracket that does not close, in order.

    `paper`: its sections may take what BLOCKS names as well.
    """
    found = []
    for number, line in enumerate(words.splitlines(), 1):
        for named in NAMED.finditer(line):
            if paper and named[1] in BLOCKS:
                if line.strip() != named[0]:
                    says = f"“{named[1]}” shares its line with other words"
                    found.append(Fault(number, says, "Give it a line of its own."))
            elif named[1] not in FIELDS:
                says = f"“{named[1]}” is not a field" if named[1] else "a field has no name"
                found.append(Fault(number, says, _remedy(named[1], paper=paper)))
        if broken := BROKEN.search(NAMED.sub("", line)):
            remedy = "A field is written {{ like.this }}, on one line."
            found.append(Fault(number, f"“{broken[0]}” stands alone", remedy))
    return found


def _remedy(named: str, *, paper: bool = False) -> str:
    known = [*FIELDS, *BLOCKS] if paper else list(FIELDS)
    alike = [each for each in known if each.rpartition(".")[2] == named.rpartition(".")[2] and named]
    return f"Did you mean {' or '.join(alike)}?" if alike else f"Known fields: {', '.join(known)}."


def filled(words: str, values: Mapping[str, str]) -> str:
    """The words with each field's value in its place; … where the record does not say. Values are not looked into."""
    return NAMED.sub(lambda named: values.get(named[1], "") or GAP, words)
