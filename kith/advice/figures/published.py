"""What anybody may know of how we do: quarters as they were published, with no number small enough to be somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kith.advice.models import PublishedQuarter, PublishedReason


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter. `unmet` holds those who went before we answered as well; None: too few to be shown."""

    first: date
    asked: int
    answered: int | None
    unmet: int | None
    reasons: tuple[tuple[str, int], ...] = ()

    @property
    def unmet_share(self) -> int | None:
        """Of a hundred who asked, how many were not helped; whole numbers."""
        return None if self.unmet is None else round(100 * self.unmet / self.asked)


def published(at_most: int = 8) -> list[Quarter]:
    """The newest first. Two statements."""
    rows = list(PublishedQuarter.objects.filter(asked__isnull=False).order_by("-first")[:at_most])
    reasons: dict[date, list[tuple[str, int]]] = {}
    for each in PublishedReason.objects.filter(quarter__in=[row.first for row in rows]).order_by(
        "-number", "reason"
    ):
        reasons.setdefault(each.quarter_id, []).append((each.reason, each.number))
    return [
        Quarter(row.first, row.asked, row.answered, row.unmet, tuple(reasons.get(row.first, ())))
        for row in rows
        if row.asked is not None
    ]
