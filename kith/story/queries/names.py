"""Whom a story is about, by name, and who of their network may be let to read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import F, Q

from kith.people.models import FamilyMember, Relationship
from kith.people.page_queries import who


def may_be_readers(about: Sequence[UUID]) -> set[UUID]:
    """Those whom the story is about, their family and their network, as far as the worker may find them.

    One query.
    """
    ties = Relationship.objects.filter(Q(person_id__in=about) | Q(other_id__in=about))
    families = FamilyMember.objects.filter(person_id__in=about).values("family_id")
    members = FamilyMember.objects.filter(family_id__in=families)
    pairs = members.values_list("person_id", F("person_id")).union(ties.values_list("person_id", "other_id"))
    return {*about, *(person for pair in pairs for person in pair)}


def names(persons: Iterable[UUID]) -> dict[UUID, str]:
    """The name to show for each. Up to three queries."""
    return {each: found.name for each, found in who(set(persons)).items()}


def unlike_names(persons: dict[UUID, str]) -> dict[UUID, str]:
    """The shortest name that tells each from the others: the first name, or the whole where two share it."""
    first = {each: name.split(" ")[0] for each, name in persons.items()}
    shared = {name for name in first.values() if list(first.values()).count(name) > 1}
    return {each: persons[each] if name in shared else name for each, name in first.items()}
