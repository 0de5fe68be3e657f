"""Whom a story is about, by name, and who of their network may be let to read it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from uuid import UUID

from django.db.models import Q

from kith.people.models import FamilyMember, Relationship
from kith.people.page_queries import who


def may_be_readers(about: Sequence[UUID]) -> set[UUID]:
    """Those whom the story is about, their family and their network, as far as the worker may find them.

    Three queries.
    """
    ties = Relationship.objects.filter(Q(person_id__in=about) | Q(other_id__in=about)).values_list(
        "person_id", "other_id"
    )
    families = FamilyMember.objects.filter(person_id__in=about).values_list("family_id", flat=True)
    members = FamilyMember.objects.filter(family_id__in=list(families)).values_list("person_id", flat=True)
    return {*about, *members, *(person for pair in ties for person in pair)}


def names(persons: Iterable[UUID]) -> dict[UUID, str]:
    """The name to show for each. Up to three queries."""
    return {each: found.name for each, found in who(set(persons)).items()}


def unlike_names(persons: dict[UUID, str]) -> dict[UUID, str]:
    """The shortest name that tells each from the others: the first name, or the whole where two share it."""
    first = {each: name.split(" ")[0] for each, name in persons.items()}
    shared = {name for name in first.values() if list(first.values()).count(name) > 1}
    return {each: persons[each] if name in shared else name for each, name in first.items()}
