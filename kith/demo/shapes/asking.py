"""Requests for help as they came, who had each of them, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DemoGiving:
    """Offered to a worker (None: the front door's list), by whom, when; then a yes or a no, and its end."""

    to: UUID | None
    at: datetime
    by: UUID | None = None
    words: str = ""
    accepted: datetime | None = None
    refused: datetime | None = None
    why: str = ""
    ended: datetime | None = None


@dataclass(frozen=True, slots=True)
class DemoDecision:
    """Decided by a worker from facts of the published rules. No "no" without reason, alternative and letter."""

    by: UUID
    at: datetime
    facts: tuple[str, ...]
    reason: str = ""
    alternative: str = ""
    letter: str = ""


@dataclass(frozen=True, slots=True)
class DemoThanks:
    """What whoever asked at work, signed in, may know of what was done; and who of the family agreed, on which day."""

    by: UUID
    words: str
    agreed_on: date
    agreed_by: str


@dataclass(frozen=True, slots=True)
class DemoRequest:
    """One asking, in the words of whoever asks. Nobody is looked up for it."""

    id: UUID
    at: datetime
    how: str
    who: str
    hard: str
    would_help: str
    givings: tuple[DemoGiving, ...]
    service: str = ""
    urgent: bool = False
    family_knows: bool | None = None
    safe_to: tuple[str, ...] = ()
    phone: str = ""
    when_safe: str = ""
    who_else: str = ""
    say: str = ""
    decision: DemoDecision | None = None
    told: datetime | None = None
    told_how: str = ""
    closed: datetime | None = None
    asked_by: UUID | None = None
    thanks: DemoThanks | None = None
    people: tuple[UUID, ...] = ()  # of the record, whose referral of that day it became
    family_told: date | None = None
    family_not_told: str = ""
    covert: bool = False  # it belongs to the concern that the family is not told of
