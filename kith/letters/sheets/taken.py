"""One line that a paper can take from the record, with its mark and what it comes of."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from kith.core.labels import Label
from kith.letters.parts import Part, points, table
from kith.story.models.words_use import Use

T = TypeVar("T")
# What may be taken in, marked, once a worker picks it; all else that is kept apart stays on the record alone.
MARKED = {
    Label.THIRD_PARTY: "About somebody else",
    Label.HEALTH: "Health",
    Label.FAMILY_ONLY: "Family only",
    Label.ADDRESS_PROTECTED: "Address kept safe",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """Of whom a paper is made. `ids`: all ids of the person; `since`: what counts as new.

    `use`: what writers are asked for, of own words in it; None where workers alone read it.
    `wants`: the blocks that its template names; `own`: rows about the person, of kith.letters.sheets.record.
    `kept`: what was read for one block already, for the others that take from the same.
    """

    person: UUID
    ids: tuple[UUID, ...]
    name: str
    since: date
    use: Use | None = None
    wants: frozenset[str] = frozenset()
    own: Mapping[str, Sequence[Any]] = field(default_factory=dict, compare=False, repr=False)
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, what: str, read: Callable[[], T]) -> T:
        """What `read` gives, read once for this paper."""
        if what not in self.kept:
            self.kept[what] = read()
        found: T = self.kept[what]
        return found


@dataclass(frozen=True, slots=True)
class Taken:
    """One line. `id` is the same each time; `ready`: picked unless the worker says otherwise; `href`: its source.

    `why`: in words, why it is not picked beforehand, where its mark does not say it.
    `whom`: somebody around them of whom it tells. An id says who may read it: see kith.letters.sheets.readers.
    """

    id: str
    words: str
    label: int = Label.NORMAL.value
    event: UUID | None = None
    href: str = ""
    cells: tuple[str, ...] = ()
    whom: UUID | None = None
    ready: bool = True
    why: str = ""

    @property
    def mark(self) -> str:
        """What it is called beside its words; empty for what is open to everybody who holds the record."""
        return MARKED.get(Label(self.label), "")

    @property
    def said(self) -> str:
        """As it stands on the paper: its mark goes with it wherever it goes."""
        return f"[{self.mark}] {self.words}" if self.mark else self.words


Lay = Callable[[Sequence[Taken], Sequence[UUID]], list[Part]]


@dataclass(frozen=True, slots=True)
class Block:
    """What a section can take. `lay`: the parts made of the lines that were picked, for those who will read them.

    `always`: it has a place on the paper though nothing is picked.
    """

    lines: tuple[Taken, ...]
    lay: Lay
    always: bool = False


def as_points(lines: Iterable[Taken]) -> Block:
    """A block whose lines are points."""
    return Block(
        tuple(lines), lambda picked, _readers: [sourced(points(each.said for each in picked), picked)]
    )


def as_table(head: Sequence[str], lines: Iterable[Taken], widths: Sequence[int]) -> Block:
    """A block whose lines are rows: their cells, then their words."""

    def lay(picked: Sequence[Taken], _readers: Sequence[UUID]) -> list[Part]:
        return [sourced(table(head, [[*each.cells, each.said] for each in picked], widths), picked)]

    return Block(tuple(lines), lay)


def sourced(part: Part, picked: Sequence[Taken]) -> Part:
    """The part with what its lines come of: kept with what was filed, and on no paper."""
    return {**part, "ids": [each.id for each in picked], "from": [each.href for each in picked]}


def keyed(sort: str, words: str) -> str:
    """An id for a line that has no row of its own: the same words, the same id."""
    return f"{sort}-{hashlib.sha256(words.encode()).hexdigest()[:12]}"


def may_be_taken(label: int) -> bool:
    """Whether words under this label may be taken into a paper at all."""
    return label == Label.NORMAL or Label(label) in MARKED
