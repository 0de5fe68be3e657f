"""What papers take of the story: the newest, what is new since the last time, what was said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from uuid import UUID

from django.urls import reverse

from kith.core.labels import Label
from kith.design.dates import london_day, short_date
from kith.letters.chronology import LIVED, MOST, labelled, lines_at_hand
from kith.letters.own_words import why_not
from kith.letters.sheets.readers import STAFF
from kith.letters.sheets.taken import Asked, Block, Taken, as_points, as_table, may_be_taken
from kith.story.models import EventKind
from kith.story.queries.parts import PassageView
from kith.story.queries.timeline import Line, lines_of, newest
from kith.story.queries.uses import says_of

NEWEST, SINCE, SAID = 5, 60, 12
NEW, AT_HAND = "record.changed", frozenset({"record.latest", "record.words", "record.chronology"})
BEGINS, WORDS = 240, 1500
SPOKEN = (EventKind.OWN_WORDS, EventKind.VISIT, EventKind.NOTE, EventKind.CALL, EventKind.MEETING)


def latest(asked: Asked) -> Block:
    """The newest five of what happened. The queries of `_read`."""
    found = list(_told(_at_hand(asked)))[:NEWEST]
    why = _waits(asked, found)
    return as_points(_dated(asked, line, label, why) for line, label in found)


def changed(asked: Asked) -> Block:
    """What happened since the day of the last sheet, the oldest first, at most sixty. The same queries."""
    found = [
        (line, label)
        for line, label in _told(_labelled(asked))
        if london_day(line.happened_at) >= asked.since and "letter" not in line.facts
    ]
    why = _waits(asked, found)
    lines = [_dated(asked, line, label, why) for line, label in reversed(found)]
    return as_points(replace(each, id=f"{STAFF}{each.id}") for each in lines)


def words(asked: Asked) -> Block:
    """What they said, in their words, the newest first. The queries of `_read`.

    Private words of a child are never among them; what concerns another alone is marked so.
    """
    lines: list[Taken] = []
    told = list(_told(_at_hand(asked)))
    why = _waits(asked, told)
    for line, label in told:
        if line.kind not in SPOKEN:
            continue
        for each in line.passages:
            said = each.whose_words or each.part == "their_words" or line.kind == EventKind.OWN_WORDS
            kept = _stricter(each, label, asked)
            if said and may_be_taken(kept):
                lines.append(_quoted(asked, line, each, kept, why.get(line.id, "")))
    return as_points(lines[:SAID])


def chronology(asked: Asked) -> Block:
    """What happened, the oldest first: none is picked for the worker. The same queries."""
    held = _at_hand(asked)
    why = _waits(asked, held)
    lines = [
        Taken(
            f"event-{each.id}",
            each.words,
            each.label,
            each.event,
            _story(asked, each.event),
            (short_date(each.day), each.kind),
            ready=False,
            why=why.get(each.event, ""),
        )
        for each in lines_at_hand(held)
    ]
    return as_table(["When", "What it was", "What happened"], lines, [22, 18, 60])


def _at_hand(asked: Asked) -> list[tuple[Line, Label]]:
    return asked.once("events", lambda: _read(asked))[0]


def _labelled(asked: Asked) -> list[tuple[Line, Label]]:
    return asked.once("events", lambda: _read(asked))[1]


def _read(asked: Asked) -> tuple[list[tuple[Line, Label]], list[tuple[Line, Label]]]:
    """What happened, and what is new, as far as the paper takes of them: three queries, four for both."""
    held = newest(asked.ids, LIVED, None, MOST) if asked.wants & AT_HAND else []
    new = newest(asked.ids, (*LIVED, EventKind.RECORD.value), None, SINCE) if NEW in asked.wants else []
    events = {each.id: each for each in (*held, *new)}
    # Of whom a line is about a paper says one name alone: theirs.
    them = dict.fromkeys(asked.ids, asked.name)
    lines = {
        line.id: (line, label)
        for line, label in labelled(lines_of(list(events.values()), called=lambda _ids: them, files=False))
    }
    return [lines[each.id] for each in held], [lines[each.id] for each in new]


def _told(events: Iterable[tuple[Line, Label]]) -> Iterator[tuple[Line, int]]:
    """Those that the family may be told of and that still hold, each with its own label, the newest first."""
    for each, label in events:
        if not each.covert and not each.corrected_by and may_be_taken(label.value):
            yield each, label.value


def _waits(asked: Asked, events: Iterable[tuple[Line, object]]) -> dict[UUID, str]:
    """Why own words from the family's door are not picked beforehand, by event. Two queries, once for the same events."""
    ids = [line.id for line, _label in events if line.kind == EventKind.OWN_WORDS]
    use = asked.use
    if use is None or not ids:
        return {}
    said = asked.once(f"said {sorted(ids, key=str)}", lambda: says_of(ids, use))
    return {each: why for each, answer in said.items() if (why := why_not(answer, use))}


def _dated(asked: Asked, line: Line, label: int, why: Mapping[UUID, str]) -> Taken:
    plain = " ".join(
        each.text for each in line.passages if each.label == Label.NORMAL and not _of_another(each, asked)
    )
    said = f"{line.title}. {plain}" if plain and plain not in line.title else line.title
    day = short_date(london_day(line.happened_at))
    text = f"{day}: {_shortened(said, BEGINS)}"
    waits = why.get(line.id, "")
    ready = label == Label.NORMAL and not waits
    return Taken(f"event-{line.id}", text, label, line.id, _story(asked, line.id), ready=ready, why=waits)


def _quoted(asked: Asked, line: Line, each: PassageView, label: int, why: str) -> Taken:
    whose = each.whose_words or line.people.get(asked.person, "") or line.by
    words = f"“{_shortened(each.text, WORDS)}” {whose}, {short_date(london_day(line.happened_at))}"
    ready = label == Label.NORMAL and not why
    return Taken(f"said-{each.id}", words, label, line.id, _story(asked, line.id), ready=ready, why=why)


def _stricter(each: PassageView, event: int, asked: Asked) -> int:
    """The label that its words bear: the passage's own, else the event's; another's alone is a third party's."""
    if each.label != Label.NORMAL:
        return each.label.value
    return Label.THIRD_PARTY.value if _of_another(each, asked) else event


def _of_another(each: PassageView, asked: Asked) -> bool:
    return each.person is not None and each.person not in asked.ids


def _shortened(text: str, most: int) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else flat[:most].rsplit(" ", 1)[0] + "…"


def _story(asked: Asked, event: object) -> str:
    return reverse("story_event", args=[asked.person, event])
