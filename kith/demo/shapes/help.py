"""Facts of help and protection as the children in need census names them. Codes are the DfE's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DemoReferral:
    """One referral, and the period of need that it opened (closed is None while open)."""

    person: UUID
    received: date
    source: str
    decided: date
    no_further_action: bool
    need: str
    closed: date | None = None
    closure_reason: str = ""


@dataclass(frozen=True, slots=True)
class DemoAssessment:
    """A child and family assessment. due: the 45th working day from the referral."""

    person: UUID
    referral_received: date
    started: date
    due: date
    authorised: date | None
    factors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoEnd:
    """How an enquiry ended without a conference: what was found, when, and the help that was offered with its answer."""

    outcome: str
    decided: date
    worker: UUID
    offered: str
    answer: str
    answered: date
    words: str


@dataclass(frozen=True, slots=True)
class DemoApplication:
    """What a court was asked for; how the family's own meeting stood, and the first hearing (None: to come)."""

    kind: str
    applied: date
    stood: str
    why_without: str
    hearing: date | None
    ended: date | None = None
    how_ended: str = ""


@dataclass(frozen=True, slots=True)
class DemoBeforeCourt:
    """A time before court: the letter, whether it offered the family's own meeting, the first meeting and application."""

    person: UUID
    started: date
    letter: date
    meeting_offered: bool
    meeting_held: bool
    first_meeting: date | None
    application: DemoApplication | None = None
    looked_again: tuple[date, ...] = ()  # the meetings after the first
    decided: date | None = None  # blank: as the application says
    worker: UUID | None = None


@dataclass(frozen=True, slots=True)
class DemoSpent:
    """Practical help: what was bought, in pence, of which money, and who agreed to it."""

    what: str
    pence: int
    pot: str
    on: date
    agreed_by: UUID


@dataclass(frozen=True, slots=True)
class DemoFamilyHelp:
    """A span of Family Help, what was spent in it, and how it ended, if it has. request: the asking it came of."""

    lead: UUID
    started: date
    spent: tuple[DemoSpent, ...] = ()
    request: UUID | None = None
    ended: date | None = None
    why_ended: str = ""
    words_at_end: str = ""


@dataclass(frozen=True, slots=True)
class DemoSection47:
    """An enquiry. conference is None when none was needed or it is still to come."""

    person: UUID
    referral_received: date
    started: date
    conference_due: date
    conference: date | None
    conference_not_required: bool
    told_family: date | None  # None: nothing of it may reach a family door
    ended: DemoEnd | None = None


@dataclass(frozen=True, slots=True)
class DemoConference:
    """A child protection conference. kind: initial, review."""

    person: UUID
    kind: str
    held: date
    due: date


@dataclass(frozen=True, slots=True)
class DemoNeedPlan:
    """A child in need plan over [start, end]."""

    person: UUID
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class DemoProtectionPlan:
    """A child protection plan; earlier is the number of plans before it."""

    person: UUID
    start: date
    end: date | None
    initial_category: str
    latest_category: str
    earlier: int
    reviews: tuple[date, ...] = ()
