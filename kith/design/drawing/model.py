"""What a drawing is made from: people and the ties between them, with nothing of the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum

from markupsafe import Markup


class Sex(StrEnum):
    """Decides the shape: square, circle, diamond for neither, a rounded square where it is not known."""

    MALE = "male"
    FEMALE = "female"
    NEITHER = "neither"
    UNKNOWN = "unknown"


class TieKind(Enum):
    """How two people are tied. For the parent kinds, `a` is the parent or carer and `b` the child.

    For the wider circle `a` is that person and `b` the one whom the drawing is about.
    """

    PARENT = "parent"
    ADOPTIVE_PARENT = "adoptive parent"
    STEP_PARENT = "step-parent"
    KINSHIP_CARER = "kinship carer"
    FOSTER_CARER = "foster carer"
    MARRIED = "married"
    TOGETHER = "living together"
    PARTED = "parted"
    DIVORCED = "divorced"
    SIBLING = "brother or sister"
    OTHER_FAMILY = "family"
    FRIEND = "friend"
    NEIGHBOUR = "neighbour"
    CULTURAL_KIN = "like family"
    PROFESSIONAL = "professional"


BY_LAW_OR_BIRTH = (TieKind.PARENT, TieKind.ADOPTIVE_PARENT)
CARERS = (TieKind.STEP_PARENT, TieKind.KINSHIP_CARER, TieKind.FOSTER_CARER)
PARENTAL = BY_LAW_OR_BIRTH + CARERS
COUPLES = (TieKind.MARRIED, TieKind.TOGETHER, TieKind.PARTED, TieKind.DIVORCED)
WIDER = (
    TieKind.OTHER_FAMILY,
    TieKind.FRIEND,
    TieKind.NEIGHBOUR,
    TieKind.CULTURAL_KIN,
    TieKind.PROFESSIONAL,
)


@dataclass(frozen=True)
class PersonNode:
    """One person in a drawing. Texts may be anything that was typed: they are made harmless when drawn.

    `age` is in words, `words` is what the child calls them ("my Nan"), `closeness` is the ring that the
    child put them in (1 is the closest), `href` is an address within Kith that starts with `/` or `#`.
    """

    id: str
    name: str
    sex: Sex = Sex.UNKNOWN
    age: str = ""
    born: date | None = None
    unborn: bool = False
    died: bool = False
    lives_with: bool = False
    words: str = ""
    closeness: int | None = None
    href: str = ""


@dataclass(frozen=True)
class Tie:
    """One tie. `note` adds plain words to the list beside the drawing."""

    kind: TieKind
    a: str
    b: str
    note: str = ""


@dataclass(frozen=True)
class ListLine:
    """The same fact as the drawing, in words. `group` is "Family" or "Wider circle"."""

    group: str
    id: str
    name: str
    how: str
    words: str
    facts: tuple[str, ...]
    href: str


@dataclass(frozen=True)
class Drawing:
    """The drawing as markup for a page, the same as a list, and one picture of it for paper."""

    svg: Markup
    as_list: list[ListLine]
    sheet: Markup
