"""Who works with whom, and since when: the measure of continuity."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet, UUIDField
from django.utils import timezone

from kith.access.models import Involvement
from kith.access.models.involvement import InvolvementRole
from kith.core.reads import IDS, TODAY, Given, Reads
from kith.people.models import FamilyMember


@dataclass(frozen=True, slots=True)
class WorksWith:
    """One worker's involvement."""

    id: UUID
    account: UUID
    name: str
    role: str
    role_code: str
    organisation: str
    phone: str
    since: date | None
    until: date | None
    current: bool


FAMILIES = Given("families", UUIDField())
"""The families that a person counts as one of, now or before."""


def families_read() -> QuerySet[FamilyMember, Any]:
    """Families of these people."""
    return FamilyMember.objects.filter(person_id__among=IDS).values_list("family_id")


def workers_read() -> QuerySet[Involvement, Any]:
    """Involvements with these people or their families, newest first."""
    # Families are told by their ids: an OR with a subquery would be read by scanning the whole table.
    found = Involvement.objects.filter(Q(person_id__among=IDS) | Q(family_id__among=FAMILIES))
    return found.order_by("-during").values_list(
        *("id", "account_id", "account__display_name", "role", "account__organisation__name"),
        *("account__phone", "during"),
    )


def workers_from(rows: Iterable[Sequence[Any]], day: date) -> list[WorksWith]:
    """Workers from the rows of `workers_read`, those of that day first, then newest first."""
    roles = dict(InvolvementRole.choices)
    workers = [
        WorksWith(
            id=held,
            account=account,
            name=name,
            role=str(roles[role]),
            role_code=role,
            organisation=organisation or "",
            phone=phone,
            since=during.lower,
            until=during.upper,
            current=day in during,
        )
        for held, account, name, role, organisation, phone, during in rows
    ]
    return sorted(workers, key=lambda each: not each.current)


_families = Reads(families=families_read)
_workers = Reads(workers=workers_read)


def who_works_with(ids: Sequence[UUID], on: date | None = None) -> list[WorksWith]:
    """Workers of these people, current ones first, then newest first. Two queries."""
    families = [family for (family,) in _families.run(ids=ids)["families"]]
    return workers_from(_workers.run(ids=ids, families=families)["workers"], on or timezone.localdate())


ACCOUNTS = Given("accounts", UUIDField())


def _held() -> QuerySet[Involvement, Any]:
    return Involvement.objects.filter(account_id__among=ACCOUNTS, during__contains=TODAY)


def _held_by_person() -> QuerySet[Involvement, Any]:
    return _held().filter(person__isnull=False).values_list("account_id", "person_id", "during")


def _held_by_family() -> QuerySet[Involvement, Any]:
    found = _held().filter(family__members__during__contains=TODAY)
    return found.values_list("account_id", "family__members__person_id", "during")


_people_of = Reads(persons=_held_by_person, families=_held_by_family)


def people_of(accounts: Sequence[UUID], on: date | None = None) -> dict[UUID, dict[UUID, date | None]]:
    """For each account, the people with whom it works today, to the day that began. One query.

    Working with a family is working with each of its people of that day.
    """
    read = _people_of.run(accounts=accounts, today=on or timezone.localdate())
    since: dict[UUID, dict[UUID, date | None]] = {account: {} for account in accounts}
    for account, person, during in [*read["persons"], *read["families"]]:
        since[account].setdefault(person, during.lower)
    return since
