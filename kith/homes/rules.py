"""What the law refuses when a home is chosen. Pure: facts in, reasons out; no reason means that it may be.

Sources: Care Standards Act 2000 s11 (a children's home must be registered); Care Planning, Placement and Case Review
(England) Regulations 2010 regs 27A to 27C (no child under 16 elsewhere; at 16 and 17 only registered supported
accommodation) and reg 23 (six working days outside a carer's terms); Fostering Services (England) Regulations 2011
regs 27-28 (approval and its terms); Children Act 1989 Sch 7 (the usual limit of three, brothers and sisters, exemption).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.homes.models.home import HomeKind

USUAL_LIMIT = 3
EXEMPT_FROM = date(1991, 10, 14)
"""The day on which Schedule 7 of the Children Act 1989 began."""
SUPPORTED_FROM, ADULT = 16, 18
EMERGENCY_DAYS = 6


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a home is refused: a code for programs, and words that name what would mend it."""

    code: str
    says: str

    def __str__(self) -> str:
        return self.says


@dataclass(frozen=True, slots=True)
class TermsOf:
    """For whom a home may care, over `[starts_on, ends_on)`. `places` may be none at all."""

    starts_on: date
    ends_on: date | None
    places: int
    age_from: int = 0
    age_to: int = 17
    sex: str = ""
    suspended: bool = False

    def holds(self, day: date) -> bool:
        """Whether it holds on a day."""
        return self.starts_on <= day and (self.ends_on is None or day < self.ends_on)


@dataclass(frozen=True, slots=True)
class Lawfully:
    """A home as the law sees it. `terms`: its approvals or registrations, of any time."""

    kind: str
    opened_on: date
    closed_on: date | None
    terms: tuple[TermsOf, ...]
    barred: str = ""
    """What must not be, in words, where this child, or every child, must not live here; blank if nothing."""
    exempt: frozenset[UUID] = frozenset()
    """Children for whom the usual limit may be passed here."""

    def terms_on(self, day: date) -> TermsOf | None:
        """What holds on a day: the last to begin, where two do; of two from one day that which was written last."""
        held = [each for each in self.terms if each.holds(day)]
        return max(held, key=lambda each: each.starts_on) if held else None


@dataclass(frozen=True, slots=True)
class Coming:
    """A child who might live there. `born_on` None: only the age is known, in `years`."""

    born_on: date | None = None
    years: int | None = None
    sex: str = ""
    id: UUID | None = None
    family: UUID | None = None
    """The same for all brothers and sisters of each other, half and step among them."""

    def age(self, day: date) -> int:
        """Whole years on a day. Raises ValueError where neither birthday nor age is known."""
        if self.years is not None:
            return self.years
        if self.born_on is None:
            raise ValueError("A child's age is needed.")
        return age_on(self.born_on, day)


@dataclass(frozen=True, slots=True)
class Lives:
    """A child who lives there already: their brothers and sisters share `family`."""

    id: UUID
    family: UUID | None = None


def age_on(born: date, day: date) -> int:
    """Whole years, reached with the day itself (Family Law Reform Act 1969 s9). 29 February: on 1 March otherwise."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def against(
    home: Lawfully,
    children: Sequence[Coming],
    day: date,
    *,
    there: Sequence[Lives] = (),
    emergency: bool = False,
) -> list[Reason]:
    """Why these children may not come to live here on this night; none where they may.

    All are asked of together, since the limit counts them together: one child is a list of one. With `emergency` what
    only the carers' own terms say is no reason: any approved carer may be used outside them for six working days.
    """
    found = _open(home, day) + [each for child in children for each in _age(home, child, day)]
    if home.barred:
        found.append(Reason("barred", f"They must not live here: {home.barred}"))
    terms = home.terms_on(day)
    if terms is None:
        return _once([*found, _unregistered(home, day)])
    if home.kind != HomeKind.FOSTER and terms.suspended:
        found.append(Reason("suspended", "Ofsted has suspended its registration."))
    outside = _terms(home, terms, children, day, len(there))
    foster = home.kind == HomeKind.FOSTER
    if foster and terms.places == 0:
        found.append(Reason("none", "The carers are approved for no child at present."))
    elif not (foster and emergency):
        found += outside
    if foster:
        found += _limit(home, children, there)
    return _once(found)


def _open(home: Lawfully, day: date) -> list[Reason]:
    if day < home.opened_on:
        return [Reason("not_open", f"It opens on {home.opened_on:%-d %B %Y}.")]
    if home.closed_on is not None and day >= home.closed_on:
        return [Reason("closed", f"It closed on {home.closed_on:%-d %B %Y}.")]
    return []


def _age(home: Lawfully, child: Coming, day: date) -> list[Reason]:
    years = child.age(day)
    if years >= ADULT:
        return [Reason("adult", "They are 18 on that day: an adult stays on by staying put, or leaves care.")]
    if home.kind == HomeKind.SUPPORTED and years < SUPPORTED_FROM:
        return [Reason("under_16", "Nobody under 16 may live in supported accommodation (reg 27A).")]
    return []


def _unregistered(home: Lawfully, day: date) -> Reason:
    ended = [each.ends_on for each in home.terms if each.ends_on is not None and each.ends_on <= day]
    if home.kind == HomeKind.FOSTER:
        if ended:
            return Reason("approval_ended", f"The carers’ approval ended on {max(ended):%-d %B %Y}.")
        return Reason("not_approved", "The carers are not approved.")
    if ended:
        return Reason("expired", f"Its registration with Ofsted ended on {max(ended):%-d %B %Y}.")
    return Reason("unregistered", "It is not registered with Ofsted.")


def _terms(home: Lawfully, terms: TermsOf, children: Sequence[Coming], day: date, there: int) -> list[Reason]:
    whose = "approved" if home.kind == HomeKind.FOSTER else "registered"
    found = []
    for child in children:
        if not terms.age_from <= child.age(day) <= terms.age_to:
            found.append(Reason("age", f"It is {whose} for ages {terms.age_from} to {terms.age_to}."))
        if terms.sex and child.sex and child.sex != terms.sex:
            who = "girls" if terms.sex == "F" else "boys"
            found.append(Reason("sex", f"It is {whose} for {who} only."))
    coming = len(children)
    if there + coming > terms.places and terms.places > 0:
        lives = f"{there} live there and {coming} would come" if there else f"{coming} would come"
        found.append(Reason("full", f"It is {whose} for {terms.places} at once: {lives}."))
    elif terms.places == 0 and home.kind != HomeKind.FOSTER:
        found.append(Reason("none", "It is registered for no child."))
    return found


def _limit(home: Lawfully, children: Sequence[Coming], there: Sequence[Lives]) -> list[Reason]:
    """Sch 7: three, unless all are brothers and sisters of each other, or each further child is exempt by name."""
    coming = [child for child in children if child.id is None or child.id not in home.exempt]
    over = len(there) + len(children) - USUAL_LIMIT
    if over <= 0 or len(children) - len(coming) >= over:
        return []
    families = {child.family for child in children} | {each.family for each in there}
    if len(families) == 1 and None not in families:
        return []
    return [
        Reason(
            "usual_limit",
            "More than three would live there who are not all brothers and sisters: the authority where the carers live"
            " would have to exempt them by name (Children Act 1989 Schedule 7).",
        )
    ]


def _once(reasons: Sequence[Reason]) -> list[Reason]:
    return list({each.says: each for each in reasons}.values())
