"""What happened, in whose words, and who works with whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DemoWorker:
    """An invented worker. role: a stable word such as family_help_lead or reviewing_officer."""

    id: UUID
    given: str
    family: str
    role: str
    team: str
    start: date
    end: date | None = None
    sign_in: str = ""


@dataclass(frozen=True, slots=True)
class DemoInvolvement:
    """A worker with one person, in a role, over [start, end); reason_ended is an SSDA903 code."""

    worker: UUID
    person: UUID
    role: str
    start: date
    end: date | None
    reason_ended: str = ""
    not_yet_told: bool = False  # the family must not see this worker until it has been told


@dataclass(frozen=True, slots=True)
class DemoPassage:
    """A piece of a text of mixed audience, with its own label and the people who may read it."""

    text: str
    label: str
    audience: tuple[UUID, ...] = ()
    part: str = "text"  # of a visit: their_words, saw, agreed


@dataclass(frozen=True, slots=True)
class DemoEvent:
    """Something that happened. audience: named people of the family to whom it is released."""

    id: UUID
    kind: str  # note, visit, call, meeting, own_words
    on: date
    about: tuple[UUID, ...]
    by_worker: UUID | None
    by_person: UUID | None
    title: str
    passages: tuple[DemoPassage, ...]
    not_yet_told: bool = False
