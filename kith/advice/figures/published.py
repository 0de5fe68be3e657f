"""What anybody may know of how we do: quarters that are over, and no number small enough to be somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import connection


@dataclass(frozen=True, slots=True)
class Quarter:
    """One quarter that is over. `unmet` holds those who went before we answered as well."""

    first: date
    asked: int
    answered: int
    unmet: int
    reasons: tuple[tuple[str, int], ...] = ()

    @property
    def unmet_share(self) -> int:
        """Of a hundred who asked, how many were not helped; whole numbers."""
        return round(100 * self.unmet / self.asked) if self.asked else 0


def published(at_most: int = 8) -> list[Quarter]:
    """The newest first. Two statements, of a function that counts past the policies and gives no row away."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT first, asked, answered, unmet FROM advice_published() LIMIT %s", [at_most])
        rows = cursor.fetchall()
        cursor.execute("SELECT first, reason, number FROM advice_published_reasons()")
        reasons: dict[date, list[tuple[str, int]]] = {}
        for first, reason, number in cursor.fetchall():
            reasons.setdefault(first, []).append((reason, number))
    return [
        Quarter(first, asked, answered, unmet, tuple(reasons.get(first, ())))
        for first, asked, answered, unmet in rows
    ]
