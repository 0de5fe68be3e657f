"""What each of two records has, and what they contradict, before they are said to be one person."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.utils import timezone

from kith.design.dates import short_date
from kith.people.models import Address, Identifier, Language, Person, PersonIdentity, PersonName, Relationship
from kith.people.models.address import AddressKind
from kith.people.models.identifier import Scheme
from kith.people.models.person import BirthKnowledge, Sex


@dataclass(frozen=True)
class Side:
    """One of the two records."""

    id: UUID
    names: tuple[str, ...]
    born: str
    numbers: tuple[str, ...]
    homes: tuple[str, ...]
    ties: int
    languages: tuple[str, ...]


@dataclass(frozen=True)
class Contradiction:
    """A fact on which the two differ and at most one can be right."""

    about: str
    one: str
    other: str


@dataclass(frozen=True)
class LinkPreview:
    """What two records hold that contradicts, before they are linked; `digest` tells whether that is still so."""

    one: Side
    other: Side
    contradictions: tuple[Contradiction, ...]

    @property
    def digest(self) -> str:
        """Names exactly what was shown, so that a link is not made over something new."""
        return hashlib.sha256(repr((self.one, self.other, self.contradictions)).encode()).hexdigest()


def preview_link(one: UUID, other: UUID) -> LinkPreview:
    """Both sides as the actor may see them. Raises Person.DoesNotExist when either is not open to the
    actor."""
    people = {person.id: person for person in Person.objects.filter(id__in=[one, other])}
    if len(people) != 2:
        raise Person.DoesNotExist
    sides = (_side(people[one]), _side(people[other]))
    return LinkPreview(sides[0], sides[1], tuple(contradictions([one, other])))


def contradictions(ids: Iterable[UUID]) -> list[Contradiction]:
    """What the records of one person contradict each other in, to be settled by whoever knows. Three
    queries."""
    wanted = list(ids)
    people = list(Person.objects.filter(id__in=wanted).order_by("recorded_at", "id"))
    found: list[Contradiction] = []
    found += _differ(
        "Date of birth", [(p.born_on, short_date(p.born_on)) for p in people if p.born_on and _is_sure(p)]
    )
    found += _differ("Sex", [(p.sex, p.get_sex_display()) for p in people if p.sex != Sex.UNKNOWN])
    found += _differ("Ethnicity", [(p.ethnicity, p.ethnicity) for p in people if p.ethnicity])
    found += _differ("Date of death", [(p.died_on, short_date(p.died_on)) for p in people if p.died_on])
    numbers = list(
        Identifier.objects.filter(person_id__in=wanted, scheme__in=[Scheme.NHS, Scheme.UPN, Scheme.SINGLE])
        .exclude(value="")
        .order_by("recorded_at", "id")
    )
    for scheme in (Scheme.NHS, Scheme.UPN, Scheme.SINGLE):
        found += _differ(str(scheme.label), [(n.value, n.value) for n in numbers if n.scheme == scheme])
    homes = list(
        Address.objects.filter(person_id__in=wanted, kind=AddressKind.HOME, settled=True).order_by(
            "recorded_at", "id"
        )
    )
    found += _homes_that_clash(homes)
    return found


def linked_to(ids: Iterable[UUID]) -> list[PersonIdentity]:
    """The links in force among these records, newest first."""
    rows = PersonIdentity.objects.filter(canonical_id__in=list(ids), during__contains=timezone.now())
    return sorted(rows, key=lambda row: row.during.lower, reverse=True)


def _is_sure(person: Person) -> bool:
    return person.birth_knowledge == BirthKnowledge.EXACT


def _differ(about: str, values: list[tuple[Any, str]]) -> list[Contradiction]:
    """A contradiction between the first value and each later, different one."""
    if not values:
        return []
    first, shown = values[0]
    later = dict.fromkeys(words for value, words in values if value != first)
    return [Contradiction(about, shown, words) for words in later]


def _homes_that_clash(homes: list[Address]) -> list[Contradiction]:
    found = []
    for place, home in enumerate(homes):
        for other in homes[place + 1 :]:
            same = (home.lines, home.postcode) == (other.lines, other.postcode)
            if home.person_id != other.person_id and not same and _overlap(home, other):
                found.append(Contradiction("Where they lived", _home(home), _home(other)))
    return found


def _overlap(one: Address, other: Address) -> bool:
    first, last = date.min, date.max
    starts = max(one.during.lower or first, other.during.lower or first)
    return bool(starts < min(one.during.upper or last, other.during.upper or last))


def _home(home: Address) -> str:
    since = f" from {short_date(home.during.lower)}" if home.during.lower else ""
    until = f" until {short_date(home.during.upper)}" if home.during.upper else ""
    where = "a protected address" if home.protected else f"{home.lines} {home.postcode}".strip()
    return f"{where}{since}{until}"


def _side(person: Person) -> Side:
    names = PersonName.objects.filter(person=person).order_by("-preferred", "id")
    numbers = Identifier.objects.filter(person=person).exclude(value="").order_by("scheme", "value")
    homes = Address.objects.filter(person=person).order_by("id")
    return Side(
        id=person.id,
        names=tuple(f"{name} ({name.get_kind_display()})" for name in names),
        born=f"{short_date(person.born_on)} ({person.get_birth_knowledge_display()})"
        if person.born_on
        else "not known",
        numbers=tuple(f"{number.get_scheme_display()}: {number.value}" for number in numbers),
        homes=tuple(_home(home) for home in homes),
        ties=Relationship.objects.filter(person=person).count(),
        languages=tuple(
            Language.objects.filter(person=person).values_list("language", flat=True).order_by("language")
        ),
    )
