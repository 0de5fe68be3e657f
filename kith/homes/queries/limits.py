"""Where a child must not live, and where carers may pass the usual limit for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from kith.homes.models import Exclusion, Exemption


@dataclass(frozen=True, slots=True)
class LimitLine:
    """One of them, as it stands. `must_not`: they must not live there; else the carers may pass the limit."""

    id: UUID
    must_not: bool
    home: UUID
    name: str
    says: str
    words: str
    starts_on: date
    ends_on: date | None


def limits_of(child: Sequence[UUID], today: date) -> tuple[LimitLine, ...]:
    """What holds or will, of a child (all ids), what forbids first. Two statements."""
    holds = Q(ends_on__isnull=True) | Q(ends_on__gt=today)
    bars = Exclusion.objects.select_related("home").filter(holds, child_id__in=child).order_by("starts_on")
    lets = Exemption.objects.select_related("home").filter(holds, child_id__in=child).order_by("starts_on")
    return (
        *(
            LimitLine(
                each.id, True, each.home_id, each.home.reference, str(each.get_by_display()), each.words,
                each.starts_on, each.ends_on,
            )
            for each in bars
        ),
        *(
            LimitLine(
                each.id, False, each.home_id, each.home.reference, "may pass the usual limit", each.reason,
                each.starts_on, each.ends_on,
            )
            for each in lets
        ),
    )  # fmt: skip
