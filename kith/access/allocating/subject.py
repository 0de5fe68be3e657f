"""Whom work is with: one person, or a family, opened by the same door as their pages."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.http import Http404
from django.utils import timezone

from kith.access.door import OpenPerson, open_those
from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.core.actor import Actor
from kith.people.models import Family, FamilyMember
from kith.people.page_queries import Who, who


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom a worker works with. `people` are those whose records are open, `ids` every record of theirs.

    `family` is set when it is a family's page.
    """

    name: str
    address: str
    people: tuple[UUID, ...]
    ids: tuple[UUID, ...]
    family: UUID | None = None

    @property
    def page(self) -> str:
        """The address of who works with them."""
        return f"{self.address}workers/"

    def as_one(self) -> UUID | None:
        """The family, when every member of it is open to the actor; else work is with each of `people`.

        So nobody is reached by way of a family, and a page tells nothing of whom it does not show. One query.
        """
        if self.family is None:
            return None
        with connection.cursor() as cursor:
            cursor.execute("SELECT kith_family_open(%s)", [self.family])
            return self.family if cursor.fetchone()[0] else None


@dataclass(frozen=True, slots=True)
class OpenFamily:
    """A family and those of its members of today whose records are open."""

    family: Family
    people: dict[UUID, Who]
    ids: tuple[UUID, ...]


def open_family(*, by: Actor, family: UUID, page: str) -> OpenFamily:
    """Open the records of a family's members of today, and note each look.

    Raises Http404 where nobody of it is open, and ReasonNeededError where a reason would open somebody. Four
    statements, however many they are.
    """
    found = Family.objects.filter(id=family).first()
    members = FamilyMember.objects.filter(family_id=family, during__contains=timezone.localdate())
    if found is None:
        raise Http404
    opened = open_those(by=by, persons=list(members.values_list("person_id", flat=True)), page=page)
    return OpenFamily(
        found, who([each.id for each in opened]), tuple(one for each in opened for one in each.ids)
    )


def person_subject(by: Actor, opened: OpenPerson) -> Subject:
    """One person whose record is open. Raises Http404 unless the role allocates."""
    named = who([opened.id]).get(opened.id)
    if named is None or Permission.ALLOCATE not in role_named(by.role).may:
        raise Http404
    return Subject(named.name, f"/people/{opened.id}/", (opened.id,), opened.ids)


def family_subject(by: Actor, family: UUID) -> Subject:
    """A family. Raises Http404 unless somebody of it is open and the role allocates, and ReasonNeededError."""
    opened = open_family(by=by, family=family, page="who works with them")
    if Permission.ALLOCATE not in role_named(by.role).may:
        raise Http404
    return Subject(opened.family.known_as, f"/families/{family}/", tuple(opened.people), opened.ids, family)
