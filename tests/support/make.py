"""Makes people, accounts and ties for tests. The names of the functions say what state they make."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone
from psycopg.types.range import DateRange, TimestamptzRange

from kith.access.models import Account, DoorAccess, Involvement, Organisation, Restriction, Team
from kith.access.roles import role_named
from kith.core.actor import Actor
from kith.people.models import Address, Family, FamilyMember, Person, PersonName, Relationship

OWNER = "owner"
LONG_AGO = date(2020, 1, 1)
PASSWORD = "family-first"


def always(since: date = LONG_AGO) -> DateRange:
    return DateRange(since, None, "[)")


def team(name: str = "Family Help North") -> Team:
    council, _ = Organisation.objects.using(OWNER).get_or_create(
        name="Kithshire", defaults={"kind": "council"}
    )
    made, _ = Team.objects.using(OWNER).get_or_create(organisation=council, name=name)
    return made


def account(role: str, *, login: str = "", in_team: Team | None = None, **more: Any) -> Account:
    """An account of a role, with the password of the demonstration."""
    made = Account(
        login=login or f"{role}-{Account.objects.using(OWNER).count()}@kithshire.example",
        display_name=more.pop("display_name", role.replace("_", " ").title()),
        role=role,
        team=in_team,
        **more,
    )
    made.set_password(PASSWORD)
    made.save(using=OWNER)
    return made


def actor(of: Account) -> Actor:
    return Actor(id=of.id, role=of.role)


def person(
    given: str = "Ada", family: str = "Example", *, born: date | None = date(2015, 5, 1), **more: Any
) -> Person:
    """A person with a preferred name."""
    knowledge = "exact" if born else "unknown"
    made = Person.objects.using(OWNER).create(
        born_on=born, birth_knowledge=more.pop("birth_knowledge", knowledge), **more
    )
    PersonName.objects.using(OWNER).create(
        person=made, kind="legal", given=given, family=family, preferred=True, during=always()
    )
    return made


def involved(
    who: Account, with_person: Person, *, role: str = "lead_practitioner", **more: Any
) -> Involvement:
    """An involvement that opens what the account's role opens."""
    mask = more.pop("label_mask", int(role_named(who.role).opens))
    during = more.pop("during", always())
    return Involvement.objects.using(OWNER).create(
        account=who, person=with_person, role=role, label_mask=mask, during=during, **more
    )


def tied(one: Person, other: Person, kind: str = "mother", **more: Any) -> Relationship:
    return Relationship.objects.using(OWNER).create(
        person=one, other=other, kind=kind, during=always(), **more
    )


def family(*members: Person, known_as: str = "The Examples") -> Family:
    made = Family.objects.using(OWNER).create(known_as=known_as)
    for each in members:
        FamilyMember.objects.using(OWNER).create(family=made, person=each, during=always())
    return made


def home(
    of: Person, lines: str = "1 Nowhere Lane", postcode: str = "ZZ1 1ZZ", *, protected: bool = False
) -> Address:
    return Address.objects.using(OWNER).create(
        person=of, lines=lines, postcode=postcode, protected=protected, during=always()
    )


def door(of: Account, to: Person, capacity: str = "self") -> DoorAccess:
    since = timezone.now() - timedelta(days=400)
    return DoorAccess.objects.using(OWNER).create(
        account=of, person=to, capacity=capacity, during=TimestamptzRange(since, None, "[)")
    )


def restricted(
    who: Person, kind: str = "restricted", check_with: str = "the adoption team", **more: Any
) -> Restriction:
    return Restriction.objects.using(OWNER).create(
        person=who, kind=kind, reason="Test.", check_with=check_with, during=always(), **more
    )


def ids(*people: Person) -> set[UUID]:
    return {each.id for each in people}
