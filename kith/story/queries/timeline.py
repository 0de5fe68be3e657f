"""The story as a list, newest first. The number of queries does not grow with the number of events."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.labels import Label
from kith.core.reads import IDS, Reads
from kith.story.models import About, Event
from kith.story.queries.names import names
from kith.story.queries.parts import DocumentView, PassageView, documents_of, passages_of

Cursor = tuple[datetime, UUID]
ALONE = {
    "yes": "Seen alone",
    "part": "Seen alone for part of it",
    "offered": "Being seen alone was offered",
    "no": "Not seen alone",
}
WHY_NOT_ALONE = {
    "refused": "They did not want to",
    "age": "Not right for their age or understanding",
    "unable": "It was not safe, or could not be done",
    "other": "Another reason",
}
"""Source: SI 2010/959 regulation 29(a) to (c). Another reason is recorded and excuses nothing."""
NOBODY = "Nobody was seen"


@dataclass(frozen=True, slots=True)
class Line:
    """One event as the reader may see it. `people`: everybody it is about, by id and name."""

    id: UUID
    kind: str
    kind_name: str
    title: str
    happened_at: datetime
    all_day: bool
    by: str
    people: dict[UUID, str]
    passages: tuple[PassageView, ...]
    documents: tuple[DocumentView, ...]
    facts: dict[str, Any]
    covert: bool
    corrects: UUID | None
    corrected_by: UUID | None
    label: int = Label.NORMAL.value

    @property
    def seen(self) -> str:
        """Who was seen and whether alone, in words; empty where nothing was said."""
        who = [self.people[each] for each in self.people if str(each) in self.facts.get("seen", [])]
        alone = ALONE.get(str(self.facts.get("alone", "")), "")
        said = f"Seen: {', '.join(who)}" if who else NOBODY if self.facts.get("nobody") else ""
        return ". ".join(part for part in (said, alone) if part)

    @property
    def why_not_alone(self) -> str:
        """Why whoever was seen was not seen alone, in words for staff; empty where it was not said."""
        return WHY_NOT_ALONE.get(str(self.facts.get("why_not_alone", "")), "")

    @property
    def unwritten(self) -> bool:
        """Whether it is a visit of which nobody has written down yet what was seen and heard."""
        return self.kind == "visit" and not self.facts.get("nobody") and self.facts.get("sections") == []


@dataclass(frozen=True, slots=True)
class Page:
    """Lines, and where the next page begins (none after the last)."""

    lines: tuple[Line, ...]
    older: Cursor | None


def timeline(
    persons: Sequence[UUID],
    kinds: Collection[str] = (),
    before: Cursor | None = None,
    limit: int = 50,
) -> Page:
    """What happened to these people (all ids of one, or several), newest first. At most nine queries.

    `kinds`: values of EventKind, none for all. `before`: the cursor of the page before. Row level security
    decides what is in it; nothing says what is not.
    """
    events = newest(persons, kinds, before, limit + 1)
    shown = events[:limit]
    older = (shown[-1].happened_at, shown[-1].id) if len(events) > limit else None
    return Page(tuple(lines_of(shown)), older)


def newest(persons: Sequence[UUID], kinds: Collection[str], before: Cursor | None, most: int) -> list[Event]:
    """The newest events about these people, so many at most. One query, but for somebody with several ids."""
    found: dict[UUID, Event] = {}
    cursor, more = before, True
    while len(found) < most and more:
        rows = list(_about(persons, kinds, cursor)[: most - len(found)])
        # One event may be about two ids of the same person: it stands once.
        found |= {row.event_id: row.event for row in rows}
        more = len(rows) > 0 and len(persons) > 1 and len(found) < most
        cursor = (rows[-1].happened_at, rows[-1].event_id) if rows else cursor
    return sorted(found.values(), key=lambda each: (each.happened_at, each.id), reverse=True)


def _about(persons: Sequence[UUID], kinds: Collection[str], before: Cursor | None) -> QuerySet[About]:
    rows = About.objects.filter(person_id__in=persons).select_related("event", "event__covert")
    if kinds:
        rows = rows.filter(event__kind__in=list(kinds))
    if before is not None:
        at, event = before
        rows = rows.filter(Q(happened_at__lt=at) | Q(happened_at=at, event_id__lt=event))
    return rows.order_by("-happened_at", "-event_id")


def _beside_about() -> QuerySet[About, Any]:
    return About.objects.filter(event_id__among=IDS).values_list("event_id", "person_id")


def _beside_newer() -> QuerySet[Event, Any]:
    return Event.objects.filter(replaces_id__among=IDS).values_list("replaces_id", "id")


_beside = Reads(about=_beside_about, newer=_beside_newer)


def lines_of(
    events: Sequence[Event],
    *,
    called: Callable[[Iterable[UUID]], Mapping[UUID, str]] = names,
    files: bool = True,
) -> list[Line]:
    """These events with all that belongs to them. At most six queries; without their `files` one less.

    `called`: how whoever they are about is called.
    """
    by_id = {each.id: each for each in events}
    if not by_id:
        return []
    passages, documents = passages_of(by_id), documents_of(by_id) if files else {}
    beside = _beside.run(ids=list(by_id))
    about: dict[UUID, list[UUID]] = {}
    for event, person in beside["about"]:
        about.setdefault(event, []).append(person)
    known = called({person for group in about.values() for person in group})
    newer: dict[UUID, UUID] = dict(beside["newer"])
    return [
        Line(
            id=event.id,
            kind=event.kind,
            kind_name=event.get_kind_display(),
            title=event.title,
            happened_at=event.happened_at,
            all_day=event.all_day,
            by=event.written_by_name,
            people={each: known.get(each, "") for each in sorted(about.get(event.id, []), key=str)},
            passages=tuple(passages.get(event.id, ())),
            documents=tuple(documents.get(event.id, ())),
            facts=event.facts,
            covert=event.covert is not None and event.covert.ended_at is None,
            corrects=event.replaces_id,
            corrected_by=newer.get(event.id),
            label=event.label,
        )
        for event in events
    ]
