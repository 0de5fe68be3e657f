"""The parts of an event as pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from kith.core.labels import LABEL_CHOICES, Label
from kith.story.models import Document, Event, Passage
from kith.story.sealing import words_of

LABEL_NAMES = dict(LABEL_CHOICES)
SECTIONS = {
    "their_words": "In their words",
    "saw": "What I saw",
    "said": "What was said",
    "agreed": "What we agreed",
    "text": "",
}


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage that the reader may see. `mark` is empty for plain ones; `section` a heading or empty."""

    id: UUID
    text: str
    label: Label
    mark: str
    person: UUID | None
    whose_words: str
    section: str
    part: str


@dataclass(frozen=True, slots=True)
class DocumentView:
    """A file that the reader may have."""

    id: UUID
    name: str
    media_type: str
    size: str
    label: Label
    mark: str


def passages_of(events: Mapping[UUID, Event]) -> dict[UUID, list[PassageView]]:
    """The passages of these events that the reader may see, in order. One query."""
    found: dict[UUID, list[PassageView]] = {}
    for passage in Passage.objects.filter(event_id__in=list(events)).order_by("event_id", "position"):
        sections = events[passage.event_id].facts.get("sections", [])
        part = sections[passage.position] if passage.position < len(sections) else "text"
        view = PassageView(
            id=passage.id,
            text=words_of(passage),
            label=Label(passage.label),
            mark=mark(passage.label),
            person=passage.person_id,
            whose_words=passage.whose_words,
            section=SECTIONS.get(part, ""),
            part=part,
        )
        found.setdefault(passage.event_id, []).append(view)
    return found


def documents_of(events: Iterable[UUID]) -> dict[UUID, list[DocumentView]]:
    """The files of these events that the reader may have. One query."""
    found: dict[UUID, list[DocumentView]] = {}
    for each in Document.objects.filter(event_id__in=list(events)).order_by("recorded_at", "id"):
        view = DocumentView(
            each.id, each.name, each.media_type, plain_size(each.size), Label(each.label), mark(each.label)
        )
        found.setdefault(each.event_id, []).append(view)
    return found


def mark(label: int) -> str:
    """What a label is called beside its words; nothing for what has none."""
    return "" if label == Label.NORMAL else LABEL_NAMES.get(label, "kept apart")


def plain_size(size: int) -> str:
    """A size as people say it."""
    return f"{max(1, round(size / 1024))} KB" if size < 2**20 else f"{size / 2**20:.1f} MB"
