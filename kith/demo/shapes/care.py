"""Facts of care and leaving care as SSDA903 names them. Codes are the DfE's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DemoEpisode:
    """One episode of care. end is None while it lasts; miles are from home on the invented grid."""

    person: UUID
    start: date
    reason_new: str
    legal_status: str
    need: str
    placement: str
    provider: str
    end: date | None
    reason_ceased: str
    reason_change: str
    home_postcode: str
    placement_postcode: str
    urn: str
    miles: float | None
    inside: bool
    address: UUID | None
    carer: UUID | None


@dataclass(frozen=True, slots=True)
class DemoLegalStatus:
    """A legal basis in its own right; several may hold at once, as the law lets them."""

    person: UUID
    code: str
    start: date
    end: date | None


@dataclass(frozen=True, slots=True)
class DemoReview:
    """A looked-after review: when it was due, when held, how the child took part."""

    person: UUID
    due: date
    held: date | None
    participation: str


@dataclass(frozen=True, slots=True)
class DemoMissing:
    """Missing (M) or away without authorisation (A); interview is the return conversation."""

    person: UUID
    kind: str
    start: date
    end: date | None
    interview_offered: bool
    interview: date | None


@dataclass(frozen=True, slots=True)
class DemoHealthYear:
    """Outcomes for the year to 31 March of a child looked after for twelve months."""

    person: UUID
    year_end: date
    sdq_score: int | None
    sdq_reason: str
    convicted: bool | None
    health_check: bool | None
    immunised: bool
    teeth_checked: bool
    health_assessed: bool
    substance_misuse: bool
    helped: bool | None  # with the misuse; None where there was none
    help_offered: bool | None  # said where there was no help


@dataclass(frozen=True, slots=True)
class DemoCareLeaverYear:
    """What was known about the birthday that falls in the year."""

    person: UUID
    birthday: date
    in_touch: str
    activity: str
    accommodation: str


@dataclass(frozen=True, slots=True)
class DemoAdoption:
    """The steps to adoption; ordered is None until the order is made."""

    person: UUID
    decided: date
    matched: date | None
    placed: date | None
    ordered: date | None
    by_foster_carer: bool
    adopters: int
    adopters_sex: str
    adopters_status: str
    reversed: date | None = None  # the decision, where the child was not adopted
    why_reversed: str = ""


@dataclass(frozen=True, slots=True)
class DemoPreviousPermanence:
    """What permanence a child had before the time in care that began on a day."""

    person: UUID
    kind: str
    authority: str
    ordered: date | None
    before: date


@dataclass(frozen=True, slots=True)
class DemoUnaccompanied:
    """An unaccompanied child seeking asylum; ceased is the day that status ended."""

    person: UUID
    ceased: date | None


@dataclass(frozen=True, slots=True)
class DemoKinCare:
    """A child who lives with family or friends and is not looked after; `kind` as kinship care calls it."""

    person: UUID
    carer: UUID
    kind: str
    since: date
    known: date
    told_offer: date | None
    after_care: bool = False
    works: str = ""
