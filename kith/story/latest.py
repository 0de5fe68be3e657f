"""The newest of a person's story, and their own words, for the top of their page."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache, partial
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, QuerySet, Subquery, UUIDField
from django.db.models.functions import Left

from kith.core.labels import Label
from kith.core.reads import AS_IT_IS, ID, IDS, Called, Given, Reads
from kith.story.models import About, Event, Passage
from kith.story.models.event import EventKind

BEGINNING = 140
ON_A_PAGE = 8


@dataclass(frozen=True, slots=True)
class Latest:
    """One line of the story."""

    id: UUID
    kind: str
    title: str
    happened_at: datetime
    all_day: bool
    by: str
    begins: str


def latest_read(limit: int = ON_A_PAGE) -> QuerySet[Event, Any]:
    """The newest events about these people, each with the beginning of its text."""
    near = About.objects.filter(person_id__among=IDS).order_by("-happened_at").values("event_id")[: limit * 2]
    first = Passage.objects.filter(event=OuterRef("pk"), label=Label.NORMAL.value).order_by("position")
    events = Event.objects.filter(id__in=near).annotate(
        begins=Left(Subquery(first.values("text")[:1]), BEGINNING)
    )
    return events.order_by("-happened_at").values_list(
        "id", "kind", "title", "happened_at", "all_day", "written_by_name", "begins"
    )[:limit]


def latest_from(rows: Iterable[Sequence[Any]]) -> list[Latest]:
    """Lines from the rows of `latest_read`."""
    kinds = dict(EventKind.choices)
    return [
        Latest(event, str(kinds[kind]), title, at, all_day, by, shortened(begins))
        for event, kind, title, at, all_day, by, begins in rows
    ]


@cache
def _latest(limit: int) -> Reads:
    return Reads(latest=partial(latest_read, limit))


def latest(ids: Sequence[UUID], limit: int = ON_A_PAGE) -> list[Latest]:
    """The newest events about these people that the reader may see. One query."""
    return latest_from(_latest(limit).run(ids=ids)["latest"])


EVENTS = Given("events", UUIDField())
"""The ids of events."""


def events_read() -> Called:
    """The id of each event about these people that the reader may see."""
    return Called(
        "SELECT e.id FROM story_event e"
        " WHERE e.id IN (SELECT a.event_id FROM story_about a WHERE a.person_id = ANY (%s::uuid[]))",
        (ID,),
        (IDS,),
    )


def how_many_of_read() -> Called:
    """One row: how many of these events the reader may see.

    Asked of the events themselves: of whom an event is says a table that no reader behind the family's door reads.
    """
    return Called("SELECT count(*) FROM story_event e WHERE e.id = ANY (%s::uuid[])", (AS_IT_IS,), (EVENTS,))


def shortened(text: str | None) -> str:
    """The first words of a text, ending at a word."""
    if not text or len(text) < BEGINNING:
        return text or ""
    return text.rsplit(" ", 1)[0] + "…"


@dataclass(frozen=True, slots=True)
class Words:
    """Somebody's own words."""

    text: str
    said_at: datetime
    whose: str


def own_words_read() -> QuerySet[Passage, Any]:
    """The newest own words that the reader may see and that are not private."""
    found = Passage.objects.filter(
        event__kind=EventKind.OWN_WORDS.value,
        event__about__person_id__among=IDS,
        label__in=[Label.NORMAL.value, Label.FAMILY_ONLY.value],
    )
    return found.order_by("-event__happened_at", "position").values_list(
        "text", "event__happened_at", "whose_words"
    )[:1]


def own_words_from(rows: Iterable[Sequence[Any]]) -> list[Words]:
    """Words from the rows of `own_words_read`."""
    return [Words(*row) for row in rows]
