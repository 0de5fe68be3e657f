"""The story: each event once, about everybody it concerns, released to the people who were shown it."""

from __future__ import annotations

import json
from uuid import UUID

from kith.core.labels import Label
from kith.demo.loading.days import moment
from kith.demo.loading.sheet import Sheet
from kith.demo.shapes import DemoEvent, DemoPassage
from kith.story.sealing import kept

ACTION = "demo.make"
LABELS = {label.name.lower(): int(label) for label in Label if label.name}
PLAIN = frozenset({"normal", "family_only"})
TALKED = "Read through together."


def load_story(sheet: Sheet, concern: UUID | None, service: UUID) -> None:
    """Events with whom they are about, their passages, and what was released of them."""
    for event in sheet.family.events:
        writer = event.by_worker or service
        at = moment(event.on)
        sheet.put(
            "story_event",
            event.id,
            writer,
            event.kind,
            ACTION,
            at,
            True,
            event.title,
            _facts(event),
            label_of(event),
            _name_of(sheet, event),
            concern if event.not_yet_told else None,
        )
        for person in event.about:
            sheet.add(
                "story_about", writer, event.id, person, at, "said it" if person == event.by_person else ""
            )
        _passages(sheet, event, writer, at)


def _facts(event: DemoEvent) -> str:
    """Whoever a visit is about was seen on it: so the law knows that they were."""
    if event.kind != "visit":
        return json.dumps({})
    parts = [one.part for one in event.passages]
    told = {"sections": parts} if set(parts) != {"text"} else {}
    return json.dumps({"seen": sorted(map(str, event.about)), **told})


def label_of(event: DemoEvent) -> int:
    """The event's own label: that of its words where all bear one, else normal."""
    labels = {one.label for one in event.passages}
    return LABELS[labels.pop()] if len(labels) == 1 else int(Label.NORMAL)


def _name_of(sheet: Sheet, event: DemoEvent) -> str:
    if event.by_person:
        return sheet.people[event.by_person].name
    worker = sheet.workers.get(event.by_worker) if event.by_worker else None
    return f"{worker.given} {worker.family}" if worker else ""


def _passages(sheet: Sheet, event: DemoEvent, writer: UUID, at: str) -> None:
    readers = dict.fromkeys(reader for one in event.passages for reader in one.audience)
    words = sheet.people[event.by_person].name if event.by_person else ""
    for reader in readers:
        sheet.add("access_release", writer, reader, "event", event.id, True, TALKED, at)
    for place, one in enumerate(event.passages):
        made = sheet.new_id()
        text, sealed = kept(LABELS[one.label], made, one.text)
        # Whoever is shown an event reads all its plain passages that concern nobody alone; so a passage
        # that not all of its readers were shown is tied to the one it concerns.
        shared = set(one.audience) == set(readers) and one.label in PLAIN
        sheet.put(
            "story_passage",
            made,
            writer,
            event.id,
            place,
            None if shared or not readers else _whom(sheet, event, one),
            LABELS[one.label],
            text,
            None if sealed is None else "\\x" + sealed.hex(),
            words,
        )
        for reader in one.audience:
            sheet.add("access_release", writer, reader, "passage", made, True, TALKED, at)


def _whom(sheet: Sheet, event: DemoEvent, passage: DemoPassage) -> UUID:
    """The first of those concerned whose name the passage says; else the first of them."""
    for person in event.about:
        if sheet.people[person].names[0].given in passage.text:
            return person
    return event.about[0]
