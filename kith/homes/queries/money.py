"""What homes cost: by kind and provider, in and out of contract.

For those who buy; of a child's choice, after the needs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from statistics import median
from uuid import UUID

from django.db import connection
from django.db.models import Q

from kith.homes.models import Home, HomeKind, Price, ProviderKind


@dataclass(frozen=True, slots=True)
class Compared:
    """Prices of one kind of home from one kind of provider: how many, the least, the middle and the most a week."""

    kind: str
    provider: str
    homes: int
    least: Decimal
    middle: Decimal
    most: Decimal
    out_of_contract: int


@dataclass(frozen=True, slots=True)
class Bought:
    """What was bought since a day: places, pounds a week, and how much of it under no contract."""

    places: int
    weekly: Decimal
    places_out: int
    weekly_out: Decimal
    unpriced: int

    @property
    def share_out(self) -> int:
        """Percent of the money that is spent out of contract."""
        return round(100 * self.weekly_out / self.weekly) if self.weekly else 0


def prices(homes: Sequence[UUID], day: date, *, ranked: bool) -> dict[UUID, Price]:
    """What each home costs on a day; nothing at all until the child's needs are ranked. One statement."""
    if not ranked:
        return {}
    return {row.home_id: row for row in _on(day).filter(home_id__in=homes).order_by("starts_on")}


def compared(day: date) -> list[Compared]:
    """Prices beside each other. Two statements."""
    homes = {row.id: row for row in Home.objects.select_related("provider").filter(closed_on__isnull=True)}
    found: dict[tuple[str, str], list[Price]] = defaultdict(list)
    for row in _on(day):
        home = homes.get(row.home_id)
        if home is not None:
            found[home.kind, home.provider.kind].append(row)
    kinds, providers = dict(HomeKind.choices), dict(ProviderKind.choices)
    return [
        Compared(
            str(kinds[kind]),
            str(providers[provider]),
            len(rows),
            min(row.pounds_a_week for row in rows),
            Decimal(median(row.pounds_a_week for row in rows)).quantize(Decimal(1)),
            max(row.pounds_a_week for row in rows),
            sum(1 for row in rows if not row.in_contract),
        )
        for (kind, provider), rows in sorted(found.items())
    ]


def bought(since: date, day: date) -> Bought:
    """What homes agreed since a day cost a week. Two statements: of the children only how many is read."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT home, how_many FROM homes_bought(%s)", [since])
        numbers: dict[UUID, int] = dict(cursor.fetchall())
    costs = prices(list(numbers), day, ranked=True)
    out = {home for home, row in costs.items() if not row.in_contract}
    return Bought(
        sum(numbers.values()),
        sum((costs[home].pounds_a_week * numbers[home] for home in costs), Decimal(0)),
        sum(numbers[home] for home in out),
        sum((costs[home].pounds_a_week * numbers[home] for home in out), Decimal(0)),
        sum(number for home, number in numbers.items() if home not in costs),
    )


def _on(day: date):  # type: ignore[no-untyped-def]
    return Price.objects.filter(Q(ends_on__isnull=True) | Q(ends_on__gt=day), starts_on__lte=day)
