"""A family meeting: offered, prepared, held with private family time, and the family's own plan that came of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DemoKin:
    """Somebody of the network. person: None where no record is of them. invited: how; blank where they were not.

    only_if: the place in the network of who has to agree first. checks: (before or after, day, could say, words).
    """

    name: str
    tie: str
    person: UUID | None = None
    named_by: str = "Lacey"
    part: str = "other"
    may_ask: str = "may"
    agreed_with: str = "Lacey"
    only_if: int | None = None
    only_if_agreed: date | None = None
    never_because: str = ""
    orders: str = "none"
    orders_with: str = "The court office"
    prepared: date | None = None
    notes: str = ""
    travel: str = ""
    needs: str = ""
    advocate: str = "not_offered"
    invited: str = ""
    words: str = ""
    answer: str = ""
    say_before: str = ""
    checks: tuple[tuple[str, date, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class DemoPart:
    """A part of the family's plan as the family words it, and the council's answer. could_care: place in the network."""

    words: str
    answer: str
    reason: str
    gives: str = ""
    could_care: int | None = None


@dataclass(frozen=True, slots=True)
class DemoOffer:
    """An offer of a family's own meeting. answers: who, what, when, in which words. unanswered: who else."""

    children: tuple[UUID, ...]
    lead: UUID
    offered: date
    how_explained: str
    in_letter: bool
    stage: str
    answers: tuple[tuple[UUID, str, date, str], ...]
    kind: str = "conference"
    unanswered: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoExempt:
    """A senior's finding that a meeting would not be in a child's best interests, asked for by another."""

    person: UUID
    reason: str
    asked_by: UUID
    by: UUID
    on: date


@dataclass(frozen=True, slots=True)
class DemoMeeting:
    """From the offer to the review that is planned. stages: kind, from, to, in their order.

    Without stages: still to be held. feedback: score from 1 to 5 and words, as the coordinator took them down.
    """

    child: UUID
    lead: UUID
    manager: UUID
    coordinator: UUID
    offered: date
    how_explained: str
    in_letter: bool
    stage: str
    answers: tuple[tuple[UUID, str, date, str], ...]
    asked: date
    why: str
    safety: str
    at: datetime
    place: str
    invited: date
    network: tuple[DemoKin, ...]
    stages: tuple[tuple[str, datetime, datetime], ...]
    parts: tuple[DemoPart, ...]
    answered: date | None  # None: the council still owes its answer
    monitor: tuple[int, str] | None
    review: date | None
    kind: str = "conference"
    siblings: tuple[UUID, ...] = ()
    unanswered: tuple[UUID, ...] = ()
    review_held: date | None = None
    came_of_it: str = ""
    feedback: tuple[tuple[int, str, date], ...] = ()
    closed: date | None = None
    why_closed: str = ""

    @property
    def offer(self) -> DemoOffer:
        """The offer that it came of."""
        return DemoOffer(
            *((self.child, *self.siblings), self.lead, self.offered, self.how_explained, self.in_letter),
            *(self.stage, self.answers, self.kind, self.unanswered),
        )
