"""What pages show of people: who somebody is, where they live, who matters to them. Typed, few queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, Value
from django.utils import timezone

from kith.people.models import (
    Address,
    ContactPoint,
    Identifier,
    Language,
    Person,
    PersonName,
    PersonNeed,
    Relationship,
)
from kith.people.models.identifier import Scheme
from kith.people.models.name import NameKind
from kith.people.models.needs import LanguageUse
from kith.people.models.person import BirthKnowledge


@dataclass(frozen=True, slots=True)
class Who:
    """One person, as every list and page names them."""

    id: UUID
    name: str
    known_as: str
    born_on: date | None
    birth_knowledge: str
    died_on: date | None
    sex: str
    how_to_say: str
    named: bool

    @property
    def unborn(self) -> bool:
        return self.birth_knowledge == BirthKnowledge.EXPECTED


def who(ids: Iterable[UUID]) -> dict[UUID, Who]:
    """People by id, two queries whatever their number. Who has no name yet shows by local id."""
    persons: dict[UUID, Person] = {}
    names: dict[UUID, list[PersonName]] = {}
    found = Person.objects.filter(id__in=list(ids)).annotate(
        name_kind=F("names__kind"),
        name_given=F("names__given"),
        name_family=F("names__family"),
        name_preferred=F("names__preferred"),
    )
    for person in found.order_by("-name_preferred", "name_kind"):
        persons.setdefault(person.id, person)
        if person.name_kind is not None:
            name = PersonName(
                kind=person.name_kind,
                given=person.name_given,
                family=person.name_family,
                preferred=person.name_preferred,
            )
            names.setdefault(person.id, []).append(name)
    unnamed = [each for each in persons if each not in names]
    local = dict(
        Identifier.objects.filter(person_id__in=unnamed, scheme=Scheme.LOCAL).values_list("person_id", "value")
        if unnamed
        else ()
    )
    return {each: _who(person, names.get(each, []), local.get(each, "")) for each, person in persons.items()}


def _who(person: Person, names: Sequence[PersonName], local_id: str) -> Who:
    known_as = next((str(name) for name in names if name.kind == NameKind.KNOWN_AS and not name.preferred), "")
    shown = str(names[0]) if names else f"Child {local_id}".strip() if local_id else "Name not recorded"
    return Who(
        id=person.id,
        name=shown,
        known_as=known_as,
        born_on=person.born_on,
        birth_knowledge=person.birth_knowledge,
        died_on=person.died_on,
        sex=person.sex,
        how_to_say=person.how_to_say,
        named=bool(names),
    )


@dataclass(frozen=True, slots=True)
class Home:
    """Where somebody lives or lived, as far as the reader may know it."""

    kind: str
    lines: str
    postcode: str
    protected: bool
    since: date | None
    until: date | None


def homes(ids: Sequence[UUID]) -> list[Home]:
    """Addresses that the reader may know, newest first. One query."""
    found = Address.objects.filter(person_id__in=ids).order_by("-during")
    return [
        Home(a.get_kind_display(), a.lines, a.postcode, a.protected, a.during.lower, a.during.upper) for a in found
    ]


@dataclass(frozen=True, slots=True)
class Reach:
    """A way to make contact, and how it is safe."""

    channel: str
    value: str
    safety: str
    how_it_is_safe: str


def ways_to_reach(ids: Sequence[UUID], on: date | None = None) -> list[Reach]:
    """Contact points in use. One query."""
    day = on or timezone.localdate()
    found = ContactPoint.objects.filter(person_id__in=ids, during__contains=day).order_by("channel", "value")
    return [Reach(c.get_channel_display(), c.value, c.get_safety_display(), c.how_it_is_safe) for c in found]


@dataclass(frozen=True, slots=True)
class Matters:
    """Somebody who matters: what `other` is to `person`."""

    person: UUID
    other: UUID
    kind: str
    says: str
    in_their_words: str
    closeness: int | None
    lives_together: bool | None
    parental_responsibility: bool | None
    current: bool


def who_matters(ids: Sequence[UUID], on: date | None = None) -> list[Matters]:
    """Ties of these people, and the ties among those they are tied to. One query."""
    day = on or timezone.localdate()
    own = Q(person_id__in=ids) | Q(other_id__in=ids)
    near = Relationship.objects.filter(own)
    around = near.values_list("other_id").union(near.values_list("person_id"))
    ties = Relationship.objects.filter(own | Q(person_id__in=around, other_id__in=around))
    return [_matters(tie, day) for tie in ties]


def _matters(tie: Relationship, day: date) -> Matters:
    return Matters(
        person=tie.person_id,
        other=tie.other_id,
        kind=tie.kind,
        says=tie.get_kind_display(),
        in_their_words=tie.in_their_words,
        closeness=tie.closeness,
        lives_together=tie.lives_together,
        parental_responsibility=tie.parental_responsibility,
        current=day in tie.during,
    )


def languages(ids: Sequence[UUID]) -> list[str]:
    """Languages and what helps, as short phrases. One query."""
    spoken = Language.objects.filter(person_id__in=ids).values_list("language", "use")
    helps = PersonNeed.objects.filter(person_id__in=ids).values_list("need", Value(""))
    uses = dict(LanguageUse.choices)
    said = spoken.union(helps, all=True)
    return sorted((f"{text} ({uses[use]})" if use else text for text, use in said), key=str.lower)
