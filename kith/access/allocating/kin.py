"""Whom of a family or network something may be told to by name."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import F, Q
from django.utils import timezone

from kith.people.models import FamilyMember, Relationship
from kith.people.page_queries import who

# Nobody under this age has an account of their own to be told by.
OLD_ENOUGH = 5


def kin_of(persons: Sequence[UUID]) -> set[UUID]:
    """These people, their families and their networks, as far as the actor may find them. One query."""
    ties = Relationship.objects.filter(Q(person_id__in=persons) | Q(other_id__in=persons))
    members = FamilyMember.objects.filter(family__members__person_id__in=persons)
    pairs = members.values_list("person_id", F("person_id")).union(ties.values_list("person_id", "other_id"))
    return {*persons, *(person for pair in pairs for person in pair)}


def may_be_told(persons: Sequence[UUID]) -> dict[UUID, str]:
    """Kin who are old enough to have an account, to their names, by name. Two to three queries."""
    today = timezone.localdate()
    known = [
        each
        for each in who(kin_of(persons)).values()
        if each.died_on is None and not each.unborn and _old_enough(each.born_on, today)
    ]
    return {each.id: each.name for each in sorted(known, key=lambda each: each.name)}


def knew(involvements: Sequence[UUID]) -> set[UUID]:
    """Who was told of these involvements by name, and still is. One query."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM access_told_of(%s)", [[*involvements]])
        return {reader for (reader,) in cursor.fetchall()}


def _old_enough(born: date | None, today: date) -> bool:
    return born is None or (today - born).days >= OLD_ENOUGH * 365
