"""What pages show of people: who somebody is, where they live, who matters to them. Typed, few queries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet
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
from kith.people.models.address import AddressKind, ContactChannel, Safety
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
        Identifier.objects.filter(person_id__in=unnamed, scheme=Scheme.LOCAL).values_list(
            "person_id", "value"
        )
        if unnamed
        else ()
    )
    return {each: _who(person, names.get(each, []), local.get(each, "")) for each, person in persons.items()}


def _who(person: Person, names: Sequence[PersonName], local_id: str) -> Who:
    known_as = next(
        (str(name) for name in names if name.kind == NameKind.KNOWN_AS and not name.preferred), ""
    )
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


ADDRESS = ("kind", "lines", "postcode", "protected", "during__startswith", "during__endswith")


def homes_read(ids: Sequence[UUID]) -> QuerySet[Address, Any]:
    """The read behind `homes`, for pages that ask several things together."""
    return Address.objects.filter(person_id__in=ids).order_by("-during").values_list(*ADDRESS)


def homes_from(rows: Iterable[Sequence[Any]]) -> list[Home]:
    """Homes from the rows of `homes_read`."""
    kinds = dict(AddressKind.choices)
    return [
        Home(str(kinds[kind]), lines, postcode, kept, since, until)
        for kind, lines, postcode, kept, since, until in rows
    ]


def homes(ids: Sequence[UUID]) -> list[Home]:
    """Addresses that the reader may know, newest first. One query."""
    return homes_from(homes_read(ids))


@dataclass(frozen=True, slots=True)
class Reach:
    """A way to make contact, and how it is safe."""

    channel: str
    value: str
    safety: str
    how_it_is_safe: str


def reach_read(ids: Sequence[UUID], on: date) -> QuerySet[ContactPoint, Any]:
    """Contact points in use on a day."""
    found = ContactPoint.objects.filter(person_id__in=ids, during__contains=on).order_by("channel", "value")
    return found.values_list("channel", "value", "safety", "how_it_is_safe")


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


def who_matters(ids: Sequence[UUID], on: date | None = None) -> list[Matters]:
    """Ties of these people, and the ties among those they are tied to. Two queries."""
    day = on or timezone.localdate()
    # Ids first: an OR with a subquery would be read by scanning the whole table.
    own = Relationship.objects.filter(person_id__in=ids).union(Relationship.objects.filter(other_id__in=ids))
    ties = {tie.id: tie for tie in own}
    around = {tie.other_id for tie in ties.values()} | {tie.person_id for tie in ties.values()}
    if around:
        ties |= {
            tie.id: tie for tie in Relationship.objects.filter(person_id__in=around, other_id__in=around)
        }
    return [_matters(tie, day) for tie in ties.values()]


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


def languages_read(ids: Sequence[UUID]) -> QuerySet[Language, Any]:
    """Languages, with how each is used."""
    return (
        Language.objects.filter(person_id__in=ids).order_by("use", "language").values_list("language", "use")
    )


def needs_read(ids: Sequence[UUID]) -> QuerySet[PersonNeed, Any]:
    """What makes it easier to talk together."""
    return PersonNeed.objects.filter(person_id__in=ids).order_by("need").values_list("need")


def phrases(languages: Iterable[Sequence[Any]], needs: Iterable[Sequence[Any]]) -> list[str]:
    """Languages and what helps, as short phrases."""
    uses = dict(LanguageUse.choices)
    return [f"{language} ({uses[use]})" for language, use in languages] + [need for (need,) in needs]
