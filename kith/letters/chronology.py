"""A chronology from the story: each line comes of an event, may be worded anew, and keeps what it comes of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.core.labels import Label
from kith.design.dates import london_day, short_date
from kith.letters.parts import Part, table
from kith.story.models import EventKind
from kith.story.queries.timeline import Line as EventLine
from kith.story.queries.timeline import lines_of, newest
from kith.story.writing import clean_text

MOST = 100
WORDS = 400
# What may be taken in, marked; all else that is kept apart stays on the story alone.
MARKED = {Label.THIRD_PARTY: "About somebody else", Label.HEALTH: "Health", Label.FAMILY_ONLY: "Family only"}
LIVED = tuple(
    each.value
    for each in (
        EventKind.NOTE,
        EventKind.VISIT,
        EventKind.CALL,
        EventKind.MEETING,
        EventKind.DOCUMENT,
        EventKind.OWN_WORDS,
    )
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that can be taken in. `id`: of the event, or of the passage that is kept apart; `mark` says how."""

    id: UUID
    event: UUID
    day: date
    kind: str
    words: str
    mark: str
    label: int


def events_at_hand(ids: Sequence[UUID]) -> list[tuple[EventLine, Label]]:
    """The newest hundred things that happened, the newest first, each with its own label. Five queries."""
    return labelled(lines_of(newest(ids, LIVED, None, MOST), files=False))


def labelled(lines: Iterable[EventLine]) -> list[tuple[EventLine, Label]]:
    """Each with its own label."""
    return [(each, Label(each.label)) for each in lines]


def lines_at_hand(events: Sequence[tuple[EventLine, Label]]) -> list[Line]:
    """Lines of these events, the oldest first. No query.

    What a family is not told of yet is not among them, nor a version that was put right.
    """
    found: list[Line] = []
    for event, own in reversed(events):
        if event.covert or event.corrected_by or (own != Label.NORMAL and own not in MARKED):
            continue
        day = london_day(event.happened_at)
        plain = " ".join(each.text for each in event.passages if each.label == Label.NORMAL)
        said = f"{event.title}. {plain}".strip() if plain and plain not in event.title else event.title
        found.append(
            Line(event.id, event.id, day, event.kind_name, said[:WORDS], MARKED.get(own, ""), own.value)
        )
        found += [
            Line(
                each.id,
                event.id,
                day,
                event.kind_name,
                each.text[:WORDS],
                MARKED[each.label],
                each.label.value,
            )
            for each in event.passages
            if each.label in MARKED
        ]
    return found


def as_typed(lines: Iterable[Line], typed: Mapping[str, str]) -> list[Line]:
    """The same lines with the words that were typed for them."""
    return [
        Line(each.id, each.event, each.day, each.kind, clean_text(typed.get(f"line-{each.id}", each.words)).strip(),
             each.mark, each.label)
        for each in lines
    ]  # fmt: skip


def laid_out(lines: Sequence[Line]) -> list[Part]:
    """The document's one table, by day; the mark of a line goes with it wherever it goes."""
    rows = [
        [short_date(each.day), each.kind, f"[{each.mark}] {each.words}" if each.mark else each.words]
        for each in lines
    ]
    return [table(["When", "What it was", "What happened"], rows, [22, 18, 60])]


def labels_of(lines: Iterable[Line]) -> int:
    """Every label of these lines."""
    found = Label.NORMAL.value
    for each in lines:
        found |= each.label
    return found
