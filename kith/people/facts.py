"""All that is recorded of one person, as the actor may see it, with what is odd said beside each fact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kith.design.dates import short_date
from kith.people.actions.names import doubts_about_birth
from kith.people.actions.whereabouts import POSTCODE
from kith.people.check_digits import doubt_about
from kith.people.disability_words import WORDS
from kith.people.ethnicity_words import WORDS as ETHNICITIES
from kith.people.kinship_words import PARENTS
from kith.people.models import (
    Address,
    ContactPoint,
    Disability,
    Identifier,
    Language,
    MayKnow,
    Person,
    PersonName,
    PersonNeed,
    Relationship,
)
from kith.people.models.address import Safety
from kith.people.models.identifier import TraceStatus
from kith.people.models.person import BirthKnowledge, Sex
from kith.people.models.relationship import RelationshipKind
from kith.people.page_queries import Who, who


@dataclass(frozen=True)
class Fact:
    """One line: what it is, what it says, when it held, and what is odd about it."""

    id: UUID
    label: str
    text: str
    when: str = ""
    doubt: str = ""
    note: str = ""


@dataclass(frozen=True)
class Facts:
    """All that is written down about a person, by kind, each in the order of its page."""

    names: tuple[Fact, ...]
    births: tuple[Fact, ...]
    sexes: tuple[Fact, ...]
    ethnicities: tuple[Fact, ...]
    deaths: tuple[Fact, ...]
    numbers: tuple[Fact, ...]
    addresses: tuple[Fact, ...]
    contacts: tuple[Fact, ...]
    rulings: tuple[Fact, ...]
    ties: tuple[Fact, ...]
    languages: tuple[Fact, ...]
    needs: tuple[Fact, ...]
    disabilities: tuple[Fact, ...]


def all_facts(ids: Sequence[UUID]) -> Facts:
    """Every fact of the records that are one person. Twelve queries, whatever there is."""
    people = list(Person.objects.filter(id__in=ids).order_by("recorded_at", "id"))
    born = next((p.born_on for p in people if p.born_on), None)
    names = PersonName.objects.filter(person_id__in=ids).order_by("-preferred", "kind", "id")
    ties = list(Relationship.objects.filter(person_id__in=ids).order_by("kind", "id"))
    rulings = list(MayKnow.objects.filter(person_id__in=ids).order_by("-during", "id"))
    others = who({tie.other_id for tie in ties} | {ruling.other_id for ruling in rulings})
    named = {each.id: each.name for each in others.values()}
    return Facts(
        names=tuple(
            Fact(n.id, n.get_kind_display(), str(n), when(n), note="used on pages" if n.preferred else "")
            for n in names
        ),
        births=tuple(_birth(p) for p in people),
        sexes=tuple(
            Fact(p.id, "Sex", p.get_sex_display(), note="as the returns ask it")
            for p in people
            if p.sex != Sex.UNKNOWN
        ),
        ethnicities=tuple(
            Fact(p.id, "Ethnic group", ETHNICITIES.get(p.ethnicity, p.ethnicity))
            for p in people
            if p.ethnicity
        ),
        deaths=tuple(Fact(p.id, "Died on", short_date(p.died_on)) for p in people if p.died_on),
        numbers=tuple(_number(n) for n in _of(Identifier, ids, "scheme", "value")),
        addresses=tuple(_address(a) for a in _of(Address, ids, "-during", "id")),
        contacts=tuple(_contact(c) for c in _of(ContactPoint, ids, "-during", "id")),
        rulings=tuple(
            Fact(
                r.id,
                named.get(r.other_id, "Somebody"),
                "may know" if r.may else "must not know",
                when(r),
                note=_why_ruled(r),
            )
            for r in rulings
        ),
        ties=tuple(_tie(t, others, born) for t in ties),
        languages=tuple(
            Fact(each.id, each.get_use_display(), each.language)
            for each in _of(Language, ids, "use", "language")
        ),
        needs=tuple(Fact(each.id, "What helps", each.need) for each in _of(PersonNeed, ids, "id")),
        disabilities=_disabilities(_of(Disability, ids, "code")),
    )


def when(row: Any) -> str:
    """A row's dates in words; nothing where neither end is known."""
    first, last = row.during.lower, row.during.upper
    since = f"from {short_date(first)}" if first else ""
    return " ".join(part for part in (since, f"until {short_date(last)}" if last else "") if part)


def _of(model: Any, ids: Sequence[UUID], *order: str) -> list[Any]:
    return list(model.objects.filter(person_id__in=ids).order_by(*order))


# How far a number was checked, in plain words.
TRACED: dict[str, str] = {
    TraceStatus.NOT_TRACED: "not yet checked with the NHS",
    TraceStatus.TRACED: "checked with the NHS",
    TraceStatus.NO_MATCH: "the NHS knows nobody by it",
    TraceStatus.MULTIPLE: "the NHS knows several people by it",
}


def _birth(person: Person) -> Fact:
    shown = short_date(person.born_on) if person.born_on else "Not known"
    doubts = doubts_about_birth(person.born_on, person.birth_knowledge)
    note = person.get_birth_knowledge_display() if person.born_on else ""
    note = "this day is sure" if person.birth_knowledge == BirthKnowledge.EXACT and note else note
    return Fact(person.id, "Date of birth", shown, doubt=" ".join(doubts), note=note)


def _number(row: Identifier) -> Fact:
    value = row.value or f"none held ({row.reason_unknown})"
    checked = f"last checked {short_date(row.verified_on)}" if row.verified_on else ""
    note = ", ".join(part for part in (TRACED.get(row.trace_status, ""), checked) if part)
    return Fact(
        row.id,
        row.get_scheme_display(),
        value,
        note=note,
        doubt=doubt_about(row.scheme, row.value) if row.value else "",
    )


def _address(row: Address) -> Fact:
    lines = ", ".join(part.strip() for part in row.lines.splitlines() if part.strip())
    shown = ", ".join(part for part in (lines, row.postcode) if part) or "Not written down yet"
    odd = row.postcode and not POSTCODE.match(row.postcode.replace(" ", ""))
    notes = [
        "protected: do not pass on" if row.protected else "",
        "" if row.settled else "not settled: accounts differ",
    ]
    return Fact(
        row.id,
        row.get_kind_display(),
        shown,
        when(row),
        doubt="That postcode has an unusual shape: check it." if odd else "",
        note=", ".join(note for note in notes if note),
    )


def _contact(row: ContactPoint) -> Fact:
    safety = {Safety.UNSAFE: "never use", Safety.UNKNOWN: "nobody has asked if it is safe"}.get(
        Safety(row.safety), ""
    )
    notes = [safety, row.how_it_is_safe, "protected: do not pass on" if row.protected else ""]
    lacking = row.safety == Safety.CARE and not row.how_it_is_safe
    doubt = "Say how it is safe to use: the next worker will not know." if lacking else ""
    return Fact(
        row.id,
        row.get_channel_display(),
        row.value,
        when(row),
        doubt,
        ", ".join(note for note in notes if note),
    )


def _disabilities(rows: Sequence[Disability]) -> tuple[Fact, ...]:
    codes = {row.code for row in rows}
    odd = (
        "A disability and “no disability” are both recorded: check which holds."
        if "NONE" in codes and len(codes) > 1
        else ""
    )
    return tuple(
        Fact(row.id, "Disability", WORDS.get(row.code, row.code), doubt=odd if row.code == "NONE" else "")
        for row in rows
    )


def _tie(tie: Relationship, others: dict[UUID, Who], own: date | None) -> Fact:
    """A parent who would have been younger than 12 at the birth is odd, whichever side it is told from."""
    other = others.get(tie.other_id)
    born = other.born_on if other else None
    parent, child = (born, own) if tie.kind in PARENTS else (own, born)
    known = (
        parent is not None
        and child is not None
        and (tie.kind in PARENTS or tie.kind == RelationshipKind.CHILD)
    )
    odd = known and parent is not None and child is not None and (child - parent).days < 12 * 365
    return Fact(
        tie.id,
        other.name if other else "Somebody",
        tie.get_kind_display(),
        when(tie),
        doubt="The parent would have been younger than 12 at the birth: check both dates." if odd else "",
        note=tie.in_their_words,
    )


def _why_ruled(row: MayKnow) -> str:
    """Why, where that comes from, and when somebody looks at it again."""
    again = f"to be looked at again by {short_date(row.review_on)}" if row.review_on and not row.may else ""
    return ". ".join(each.rstrip(".") for each in (row.reason, row.came_from, again) if each)
