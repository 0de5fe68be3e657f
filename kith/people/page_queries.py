"""What pages show of people: who somebody is, where they live, who matters to them. Typed, few queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, Q, QuerySet, UUIDField
from django.utils import timezone

from kith.core.reads import IDS, TODAY, Given, Reads
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
from kith.people.models.address import AddressKind, ContactChannel, Safety
from kith.people.models.identifier import Scheme
from kith.people.models.name import NameKind
from kith.people.models.needs import LanguageUse
from kith.people.models.person import BirthKnowledge
from kith.people.models.relationship import RelationshipKind


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


_WHO = (
    *("id", "born_on", "birth_knowledge", "died_on", "sex", "how_to_say"),
    *("names__kind", "names__given", "names__family", "names__preferred"),
)


def who_read(ids: Given = IDS) -> QuerySet[Person, Any]:
    """Persons with each of their names, the preferred first, then the one preferred last.

    So whoever is not shown the newest name goes on reading the one before.
    """
    found = Person.objects.filter(id__among=ids)
    before = F("names__preferred_until").desc(nulls_last=True)
    return found.order_by("-names__preferred", before, "names__kind", "names__id").values_list(*_WHO)


def _local_ids_read() -> QuerySet[Identifier, Any]:
    found = Identifier.objects.filter(person_id__among=IDS, scheme=Scheme.LOCAL.value)
    return found.values_list("person_id", "value")


_local_ids = Reads(local=_local_ids_read)
_persons = Reads(persons=who_read)


def who_from(rows: Iterable[Sequence[Any]]) -> dict[UUID, Who]:
    """People by id, from the rows of `who_read`. One query more where somebody has no name yet."""
    persons: dict[UUID, tuple[Any, ...]] = {}
    names: dict[UUID, list[PersonName]] = {}
    for row in rows:
        persons.setdefault(row[0], tuple(row[1:6]))
        kind, given, family, preferred = row[6:10]
        if kind is not None:
            name = PersonName(kind=kind, given=given, family=family, preferred=preferred)
            names.setdefault(row[0], []).append(name)
    unnamed = [each for each in persons if each not in names]
    local: dict[UUID, str] = dict(_local_ids.run(ids=unnamed)["local"]) if unnamed else {}
    return {
        each: _who(each, about, names.get(each, []), local.get(each, "")) for each, about in persons.items()
    }


def who(ids: Iterable[UUID]) -> dict[UUID, Who]:
    """People by id, two queries at most whatever their number. Who has no name yet shows by local id."""
    return who_from(_persons.run(ids=list(ids))["persons"])


def _who(person: UUID, about: tuple[Any, ...], names: Sequence[PersonName], local_id: str) -> Who:
    known_as = next((str(name) for name in names[1:] if name.kind == NameKind.KNOWN_AS), "")
    shown = str(names[0]) if names else f"Child {local_id}".strip() if local_id else "Name not recorded"
    born_on, birth_knowledge, died_on, sex, how_to_say = about
    return Who(person, shown, known_as, born_on, birth_knowledge, died_on, sex, how_to_say, named=bool(names))


@dataclass(frozen=True, slots=True)
class Home:
    """An address of somebody's, of any kind and time, as far as the reader may know it."""

    kind: str
    lines: str
    postcode: str
    protected: bool
    since: date | None
    until: date | None

    @property
    def lived_in(self) -> bool:
        """Whether somebody lives or stays there: not where letters go, nor where they work."""
        return self.kind in {AddressKind.HOME.label, AddressKind.STAYING.label}

    @property
    def learnt_in(self) -> bool:
        """Whether it is a school, a nursery or a college."""
        return self.kind == AddressKind.SCHOOL.label

    def over(self, on: date) -> bool:
        """Whether it had ended by that day."""
        return self.until is not None and self.until <= on


ADDRESS = ("kind", "lines", "postcode", "protected", "during__startswith", "during__endswith")


def homes_read() -> QuerySet[Address, Any]:
    """Addresses that the reader may know, newest first."""
    return Address.objects.filter(person_id__among=IDS).order_by("-during").values_list(*ADDRESS)


def homes_from(rows: Iterable[Sequence[Any]]) -> list[Home]:
    """Homes from the rows of `homes_read`."""
    kinds = dict(AddressKind.choices)
    return [
        Home(str(kinds[kind]), lines, postcode, kept, since, until)
        for kind, lines, postcode, kept, since, until in rows
    ]


_homes = Reads(homes=homes_read)


def homes(ids: Sequence[UUID]) -> list[Home]:
    """Addresses that the reader may know, newest first. One query."""
    return homes_from(_homes.run(ids=ids)["homes"])


@dataclass(frozen=True, slots=True)
class Reach:
    """A way to make contact, and how it is safe."""

    channel: str
    value: str
    safety: str
    how_it_is_safe: str


def reach_read() -> QuerySet[ContactPoint, Any]:
    """Contact points in use on a day."""
    found = ContactPoint.objects.filter(person_id__among=IDS, during__contains=TODAY)
    return found.order_by("channel", "value").values_list("channel", "value", "safety", "how_it_is_safe")


def reach_from(rows: Iterable[Sequence[Any]]) -> list[Reach]:
    """Ways to make contact from the rows of `reach_read`."""
    channels, safeties = dict(ContactChannel.choices), dict(Safety.choices)
    return [
        Reach(str(channels[channel]), value, str(safeties[safety]), how)
        for channel, value, safety, how in rows
    ]


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


_TIE = (
    *("id", "person_id", "other_id", "kind", "in_their_words", "closeness", "lives_together"),
    *("parental_responsibility", "during"),
)
AROUND = Given("around", UUIDField())
"""The people of a record, and all to whom they are tied."""


def ties_read() -> QuerySet[Relationship, Any]:
    """Ties of these people, in either direction."""
    return Relationship.objects.filter(Q(person_id__among=IDS) | Q(other_id__among=IDS)).values_list(*_TIE)


def ties_around_read() -> QuerySet[Relationship, Any]:
    """Ties among those around."""
    return Relationship.objects.filter(person_id__among=AROUND, other_id__among=AROUND).values_list(*_TIE)


def around(ids: Sequence[UUID], ties: Iterable[Sequence[Any]]) -> list[UUID]:
    """These people, and the two ends of each of the rows of `ties_read`."""
    return list({*ids, *(end for tie in ties for end in tie[1:3])})


def matters_from(rows: Iterable[Sequence[Any]], day: date) -> list[Matters]:
    """Who matters to whom on a day, each tie once, from the rows of both reads of ties."""
    kinds = dict(RelationshipKind.choices)
    return [
        Matters(person, other, kind, str(kinds[kind]), words, closeness, lives, responsibility, day in during)
        for person, other, kind, words, closeness, lives, responsibility, during in {
            row[0]: row[1:] for row in rows
        }.values()
    ]


_ties = Reads(ties=ties_read)
_ties_around = Reads(ties=ties_around_read)


def who_matters(ids: Sequence[UUID], on: date | None = None) -> list[Matters]:
    """Ties of these people, and the ties among those they are tied to. Two queries."""
    own = _ties.run(ids=ids)["ties"]
    among = _ties_around.run(around=around(ids, own))["ties"] if own else []
    return matters_from([*own, *among], on or timezone.localdate())


def languages_read() -> QuerySet[Language, Any]:
    """Languages, with how each is used."""
    found = Language.objects.filter(person_id__among=IDS)
    return found.order_by("use", "language").values_list("language", "use")


def needs_read() -> QuerySet[PersonNeed, Any]:
    """What makes it easier to talk together."""
    return PersonNeed.objects.filter(person_id__among=IDS).order_by("need").values_list("need")


def phrases(languages: Iterable[Sequence[Any]], needs: Iterable[Sequence[Any]]) -> list[str]:
    """Languages and what helps, as short phrases."""
    uses = dict(LanguageUse.choices)
    return [f"{language} ({uses[use]})" for language, use in languages] + [need for (need,) in needs]
