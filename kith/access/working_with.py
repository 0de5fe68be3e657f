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
from kith.core.reads import AS_IT_IS, ID, IDS, TODAY, Called, Given, Reads
from kith.people.models import FamilyMember

# Roles of the one trusted worker, in the order in which they are taken for it.
LEADS = ("lead_practitioner", "social_worker", "lead_protection", "personal_adviser")


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


def families_of_today_read() -> QuerySet[FamilyMember, Any]:
    """(id, what it calls itself) of the families that these people count as one of today."""
    found = FamilyMember.objects.filter(person_id__among=IDS, during__contains=TODAY)
    return found.order_by("family__known_as", "family_id").values_list("family_id", "family__known_as")


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
    found = Involvement.objects.filter(account_id__among=ACCOUNTS, during__contains=TODAY)
    return found.values_list("account_id", "person_id", "family_id", "during")


def _members() -> QuerySet[FamilyMember, Any]:
    found = FamilyMember.objects.filter(family_id__among=FAMILIES, during__contains=TODAY)
    return found.values_list("family_id", "person_id")


_held_reads = Reads(held=_held)
_member_reads = Reads(members=_members)


def people_of(accounts: Sequence[UUID], on: date | None = None) -> dict[UUID, dict[UUID, date | None]]:
    """For each account, the people with whom it works today, to the day that began. Two queries at most.

    Working with a family is working with each of its people of that day.
    """
    day = on or timezone.localdate()
    held = _held_reads.run(accounts=accounts, today=day)["held"]
    families = {family for _a, _p, family, _d in held if family}
    members: dict[UUID, list[UUID]] = {}
    if families:
        for family, person in _member_reads.run(families=list(families), today=day)["members"]:
            members.setdefault(family, []).append(person)
    since: dict[UUID, dict[UUID, date | None]] = {account: {} for account in accounts}
    for account, person, family, during in sorted(held, key=lambda row: row[1] is None):
        for each in (person,) if person else members.get(family, ()):
            since[account].setdefault(each, during.lower)
    return since


@dataclass(frozen=True, slots=True)
class ToldWorker:
    """A worker whom a family account was told of by name: all that it may know of one."""

    account: UUID
    name: str
    role: str
    role_code: str
    phone: str


def workers_told_read() -> Called:
    """Today's workers whose involvement was released to this family account, newest first."""
    return Called(
        "SELECT account, name, role, phone FROM access_workers_told() ORDER BY during DESC, account",
        (ID, AS_IT_IS, AS_IT_IS, AS_IT_IS),
    )


def workers_told_from(rows: Iterable[Sequence[Any]]) -> list[ToldWorker]:
    """Workers from the rows of `workers_told_read`."""
    return [
        ToldWorker(account, name, InvolvementRole(role).label, role, phone)
        for account, name, role, phone in rows
    ]


_told = Reads(told=workers_told_read)


def workers_told() -> list[ToldWorker]:
    """What `workers_told_read` gives, by itself. One query."""
    return workers_told_from(_told.run()["told"])
