"""The register of all known kinship children, those never looked after included; and what waits, by kind of care."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from statistics import median
from uuid import UUID

from kith.design.dates import today
from kith.kinship.models import Caring, CaringKind, Request, RequestKind

MOST = 500
"""So many lines a page; the counts are of all."""


@dataclass(frozen=True, slots=True)
class Line:
    """One child with one carer."""

    child: UUID
    carer: UUID
    kind: str
    since: date
    never_in_care: bool


@dataclass(frozen=True, slots=True)
class Waits:
    """How long one sort of help was waited for under one kind of care: how many, how many wait still, median of days."""

    asked: str
    kind: str
    how_many: int
    waiting: int
    days: float


IN_CARE = (CaringKind.TEMPORARY, CaringKind.FOSTER)


def register() -> tuple[list[Line], dict[str, int]]:
    """Children in kinship care now whose record is open to the reader, and how many by kind. Two statements."""
    now = Caring.objects.filter(until=None)
    kinds = dict(CaringKind.choices)
    counts: dict[str, int] = defaultdict(int)
    for kind in now.values_list("kind", flat=True):
        counts[str(kinds[kind])] += 1
    rows = now.order_by("kind", "since", "id")[:MOST]
    return [
        Line(
            row.child_id,
            row.carer_id,
            str(kinds[row.kind]),
            row.since,
            not row.after_care and row.kind not in IN_CARE,
        )
        for row in rows
    ], dict(counts)


def waits() -> list[Waits]:
    """Therapy, special educational needs and the rest: waits by the kind of care on the day of asking. One statement."""
    rows = Request.objects.values_list("kind", "kind_then", "asked_on", "began_on", "answer")
    return _waits(((k, t, a, b) for k, t, a, b, answer in rows if answer != "no"), today())


def _waits(rows: Iterable[tuple[str, str, date, date | None]], now: date) -> list[Waits]:
    found: dict[tuple[str, str], list[tuple[int, bool]]] = defaultdict(list)
    for kind, then, asked, began in rows:
        found[kind, then].append((((began or now) - asked).days, began is None))
    asked_for, kinds = dict(RequestKind.choices), dict(CaringKind.choices)
    return [
        Waits(
            str(asked_for[kind]),
            str(kinds[then]),
            len(held),
            sum(1 for _, waiting in held if waiting),
            median(days for days, _ in held),
        )
        for (kind, then), held in sorted(found.items())
    ]
