"""Marking a paragraph as it is written: `[about somebody else]` at its start keeps it apart.

A text is cut into passages at each change of mark. A mark that is not known is refused rather than
read as words: a slip in it must not leave somebody else's affairs among what may be shared.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.core.labels import Label

MARKS: dict[str, Label] = {
    "about somebody else": Label.THIRD_PARTY,
    "health": Label.HEALTH,
    "the child's private words": Label.CHILD_PRIVATE,
    "legal advice": Label.LEGAL_PRIVILEGE,
    "police": Label.POLICE_SENSITIVE,
    "address": Label.ADDRESS_PROTECTED,
    "adoption": Label.ADOPTION_SEALED,
    "family only": Label.FAMILY_ONLY,
    "named staff only": Label.STAFF_RESTRICTED,
    "allegation": Label.LADO,
    "counselling": Label.COUNSELLING,
}
# Names are as long as they are; whatever else is longer than any mark is somebody's words in brackets.
_MARK = re.compile(r"\A[ \t]*\[([^\]\n]{1,80}|\s*only\s+about\s[^\]\n]+)\][ \t]*\n?", re.IGNORECASE)
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")
_ONLY = "only about "


class UnknownMarkError(ValueError):
    """A paragraph begins with a mark that Kith does not know; the message says which are known."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A stretch of text with its label, and the one person it concerns if it concerns only one."""

    text: str
    label: Label = Label.NORMAL
    person: UUID | None = None
    whose_words: str = ""


def passages(text: str, people: Mapping[str, UUID] | None = None, whose_words: str = "") -> list[Marked]:
    """Cut a text at its marks. `people`: names that `[only about NAME]` may use, in any size of letter.

    Paragraphs under the same mark stay together. Raises UnknownMarkError.
    """
    names = {_folded(name): person for name, person in (people or {}).items()}
    found: list[Marked] = []
    clean = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    for paragraph in _PARAGRAPHS.split(clean) if clean else []:
        label, person, words = _read(paragraph, names)
        if not words.strip():
            continue
        before = found[-1] if found else None
        if before is not None and (before.label, before.person) == (label, person):
            found[-1] = Marked(f"{before.text}\n\n{words.strip()}", label, person, whose_words)
        else:
            found.append(Marked(words.strip(), label, person, whose_words))
    return found


def _read(paragraph: str, names: Mapping[str, UUID]) -> tuple[Label, UUID | None, str]:
    label, person = Label.NORMAL, None
    while (mark := _MARK.match(paragraph)) is not None:
        said = _folded(mark[1])
        if said in MARKS:
            label = MARKS[said]
        elif said.startswith(_ONLY) and said.removeprefix(_ONLY) in names:
            person = names[said.removeprefix(_ONLY)]
        else:
            raise UnknownMarkError(
                f"Kith does not know the mark [{mark[1]}]. Use one of: {known(names)};"
                " or take the square brackets away."
            )
        paragraph = paragraph[mark.end() :]
    return label, person, paragraph


def known(names: Mapping[str, UUID]) -> str:
    """The marks that may be used, as one line."""
    return ", ".join(f"[{mark}]" for mark in [*MARKS, *(f"{_ONLY}{name}" for name in names)])


def as_typed(found: list[Marked], names: Mapping[UUID, str] | None = None) -> str:
    """The text with its marks again, for correcting it."""
    words = {label: mark for mark, label in MARKS.items()}
    written = []
    for one in found:
        marks = f"[{words[one.label]}] " if one.label in words else ""
        if one.person is not None and names and one.person in names:
            marks += f"[{_ONLY}{names[one.person]}] "
        # Every paragraph bears the mark, so that one added between them does not inherit it unseen.
        written += [f"{marks}{paragraph}" for paragraph in one.text.split("\n\n")]
    return "\n\n".join(written)


def _folded(name: str) -> str:
    return " ".join(name.replace("’", "'").casefold().split())
