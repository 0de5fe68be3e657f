"""The plans in law that a child is on now, in plain words: protection, and child in need."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from kith.core.reads import IDS, TODAY, Reads
from kith.help.models import ChildInNeedPlan
from kith.protection.models import ChildProtectionPlan
from kith.protection.models.plan import AbuseCategory

# A plan that ends today is not a plan of today: its days run up to the one on which it ended.
_NOW = Q(started_on__lte=TODAY) & (Q(ended_on__isnull=True) | Q(ended_on__gt=TODAY))


@dataclass(frozen=True, slots=True)
class OnPlan:
    """A plan that goes on, in plain words."""

    says: str
    since: date


def protection_read() -> QuerySet[ChildProtectionPlan, Any]:
    """Child protection plans that go on, as far as the reader may know of them."""
    found = ChildProtectionPlan.objects.filter(_NOW, person_id__among=IDS).order_by("started_on")
    return found.values_list("latest_category", "initial_category", "started_on")


def in_need_read() -> QuerySet[ChildInNeedPlan, Any]:
    """Child in need plans that go on."""
    found = ChildInNeedPlan.objects.filter(_NOW, person_id__among=IDS).order_by("started_on")
    return found.values_list("started_on")


def plans_from(protection: Iterable[Sequence[Any]], in_need: Iterable[Sequence[Any]]) -> list[OnPlan]:
    """Plans from the rows of `protection_read` and `in_need_read`; protection first."""
    return [
        *(OnPlan(_protection(latest or first), since) for latest, first, since in protection),
        *(OnPlan("On a child in need plan", since) for (since,) in in_need),
    ]


def _protection(code: str) -> str:
    known = dict(AbuseCategory.choices)
    return f"On a child protection plan ({known[code]})" if code in known else "On a child protection plan"


_plans = Reads(protection=protection_read, in_need=in_need_read)


def plans_now(ids: Sequence[UUID], today: date) -> list[OnPlan]:
    """The plans that a child is on. One query."""
    read = _plans.run(ids=ids, today=today)
    return plans_from(read["protection"], read["in_need"])
