"""Who works with whom, and since when: the measure of continuity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from kith.access.models import Involvement
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


def who_works_with(ids: Sequence[UUID], on: date | None = None) -> list[WorksWith]:
    """Workers of these people, current ones first, then newest first. Two queries."""
    day = on or timezone.localdate()
    # Ids first: an OR with a subquery would be read by scanning the whole table.
    families = list(FamilyMember.objects.filter(person_id__in=ids).values_list("family_id", flat=True))
    found = (
        Involvement.objects.filter(Q(person_id__in=ids) | Q(family_id__in=families))
        .select_related("account", "account__organisation")
        .order_by("-during")
    )
    workers = [_works_with(each, day) for each in found]
    return sorted(workers, key=lambda each: not each.current)


def _works_with(held: Involvement, day: date) -> WorksWith:
    account = held.account
    return WorksWith(
        id=held.id,
        account=account.id,
        name=account.display_name,
        role=held.get_role_display(),
        role_code=held.role,
        organisation=account.organisation.name if account.organisation else "",
        phone=account.phone,
        since=held.during.lower,
        until=held.during.upper,
        current=day in held.during,
    )


def my_people(account: UUID, on: date | None = None) -> dict[UUID, date | None]:
    """People with whom an account works today, to the day it began. Two queries."""
    day = on or timezone.localdate()
    held = list(
        Involvement.objects.filter(account_id=account, during__contains=day).values_list(
            "person_id", "family_id", "during"
        )
    )
    since: dict[UUID, date | None] = {person: during.lower for person, _f, during in held if person}
    families = {family: during.lower for _p, family, during in held if family}
    if families:
        for person, family in FamilyMember.objects.filter(
            family_id__in=families, during__contains=day
        ).values_list("person_id", "family_id"):
            since.setdefault(person, families[family])
    return since
