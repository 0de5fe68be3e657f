"""Who people are, who they are to each other, where they live and how it is safe to reach them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DemoName:
    """One name over a time. kind: legal, known_as, former."""

    kind: str
    given: str
    family: str
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class DemoIdentifier:
    """scheme: local, upn, former_upn, upn_unknown, nhs. status: traced, untraced or blank."""

    scheme: str
    value: str
    status: str = ""


@dataclass(frozen=True, slots=True)
class DemoPerson:
    """One human being, born or unborn. dob_kind: exact, estimated, expected, unknown."""

    id: UUID
    part: str  # child, parent, kin, friend, carer
    names: tuple[DemoName, ...]
    dob: date | None
    dob_kind: str
    sex: str  # M, F, U as in the returns
    ethnicity: str  # DfE four-letter code
    languages: tuple[str, ...] = ("English",)
    needs_interpreter: bool = False
    communication: str = ""
    disabilities: tuple[str, ...] = ()  # CIN census codes
    identifiers: tuple[DemoIdentifier, ...] = ()
    sealed: bool = False
    relocated: bool = False
    harm_flag: bool = False  # has caused harm in this family; known to staff alone
    sign_in: str = ""

    @property
    def name(self) -> str:
        """The legal name now, as one string."""
        current = self.names[0]
        return f"{current.given} {current.family}".strip()


@dataclass(frozen=True, slots=True)
class DemoRelationship:
    """`other` is the `kind` of `person`, from the side of `person`; words are the person's own."""

    person: UUID
    other: UUID
    kind: str
    words: str = ""
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True, slots=True)
class DemoAddress:
    """An invented place. east and north are miles on the county's own invented grid."""

    id: UUID
    line: str
    place: str
    postcode: str
    east: float
    north: float
    inside: bool = True  # within Kithshire


@dataclass(frozen=True, slots=True)
class DemoResidence:
    """A person at an address over [start, end). may_know: people of the family who may learn of it."""

    person: UUID
    address: UUID
    start: date
    end: date | None
    kind: str  # home, placement
    protected: bool = False
    may_know: tuple[UUID, ...] = ()
    must_not_know: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class DemoContactPoint:
    """A number or e-mail that nobody can have, and how it is safe to use it."""

    person: UUID
    kind: str  # phone, email
    value: str
    safe: str
    protected: bool = False
    may_know: tuple[UUID, ...] = ()
    must_not_know: tuple[UUID, ...] = ()
