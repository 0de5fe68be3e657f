"""The newest of a person's story, and their own words, for the top of their page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import OuterRef, Subquery
from django.db.models.functions import Left

from kith.core.labels import Label
from kith.story.models import About, Event, Passage
from kith.story.models.event import EventKind

BEGINNING = 140


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


def latest(ids: Sequence[UUID], limit: int = 8) -> list[Latest]:
    """The newest events about these people that the reader may see. One query."""
    near = About.objects.filter(person_id__in=ids).order_by("-happened_at").values("event_id")[: limit * 2]
    first = Passage.objects.filter(event=OuterRef("pk"), label=Label.NORMAL.value).order_by("position")
    events = (
        Event.objects.filter(id__in=near)
        .annotate(begins=Left(Subquery(first.values("text")[:1]), BEGINNING))
        .order_by("-happened_at")[:limit]
    )
    return [
        Latest(
            e.id,
            e.get_kind_display(),
            e.title,
            e.happened_at,
            e.all_day,
            e.written_by_name,
            shortened(e.begins),
        )
        for e in events
    ]


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


def own_words(ids: Sequence[UUID], limit: int = 1) -> list[Words]:
    """The newest own words that the reader may see and that are not private. One query."""
    found = (
        Passage.objects.filter(
            event__kind=EventKind.OWN_WORDS,
            event__about__person_id__in=ids,
            label__in=[Label.NORMAL.value, Label.FAMILY_ONLY.value],
        )
        .select_related("event")
        .order_by("-event__happened_at", "position")[:limit]
    )
    return [Words(p.text, p.event.happened_at, p.whose_words) for p in found]
