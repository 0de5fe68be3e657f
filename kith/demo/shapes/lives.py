"""What else a year of Family Help leaves behind: the assessment, changes of lead, needs, footings in law, the door."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from kith.demo.shapes.meeting import DemoExempt, DemoOffer


@dataclass(frozen=True, slots=True)
class DemoSaidOf:
    """An answer to a question of an assessment. before: its place in the assessment before, where it was known."""

    question: str
    words: str
    on: date
    again: bool = False  # asked though it was known
    before: int | None = None
    event: UUID | None = None  # own words that it was taken from


@dataclass(frozen=True, slots=True)
class DemoLooking:
    """One assessment with a family; finished and agreed are None until they are."""

    by: UUID
    started: date
    answers: tuple[DemoSaidOf, ...]
    finished: date | None
    agreed: date | None
    agreed_by: UUID | None


@dataclass(frozen=True, slots=True)
class DemoLeadChange:
    """A change of lead as a manager wrote it: why, what the family thinks, and the visits or why there were none."""

    by: UUID
    old: UUID
    new: UUID
    on: date
    reason: str
    view: str
    view_of: str
    goodbye: date | None
    hello: date | None
    no_visit: str = ""
    said_goodbye: date | None = None
    met_new: date | None = None


@dataclass(frozen=True, slots=True)
class DemoNeed:
    """What an adult needs help with; health: read by those alone who may see health."""

    by: UUID
    person: UUID
    kind: str
    words: str
    since: date
    until: date | None
    health: bool


@dataclass(frozen=True, slots=True)
class DemoBasis:
    """On which footing in law a child is helped over [start, end)."""

    by: UUID
    person: UUID
    basis: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class DemoHelpOffer:
    """Help that was offered as other help ended, with its answer."""

    by: UUID
    person: UUID
    what: str
    on: date
    answer: str
    answered: date
    words: str


@dataclass(slots=True)
class DemoLife:
    """All of it, of one family. doors: who of the family has a page of their own, since when, made ready by whom."""

    lookings: list[DemoLooking] = field(default_factory=list)
    lead_changes: list[DemoLeadChange] = field(default_factory=list)
    needs: list[DemoNeed] = field(default_factory=list)
    bases: list[DemoBasis] = field(default_factory=list)
    help_offers: list[DemoHelpOffer] = field(default_factory=list)
    offers: list[DemoOffer] = field(default_factory=list)
    exempt: list[DemoExempt] = field(default_factory=list)
    doors: list[tuple[UUID, date, UUID]] = field(default_factory=list)
