"""Services as a list shows them, each from the short copy that the database makes of its public document."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import Any
from uuid import UUID

from django.utils.translation import gettext

from kith.design.language import said, speaking
from kith.marked import marked
from kith.offer.finding.travel import Travel, takes
from kith.offer.freshness import Freshness, freshness
from kith.offer.words import ages, miles

SUMMARY = 160
CLOSED = {
    "inactive": marked("Not running just now"),
    "temporarily closed": marked("Closed for a while"),
    "defunct": marked("It has ended"),
}
Row = tuple[UUID, UUID | None, float | None, str | None, int]
"""A service, its place and how far in metres where it has one to show, the short copy as JSON, `held` of statements."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a list. `far` (how far, how long it takes) and `town` are blank where it has no place to show."""

    id: str
    name: str
    summary: str
    ages: str
    cost: str
    town: str
    far: str
    phone: str
    closed: str
    fresh: Freshness


def lines_of(rows: Iterable[Row], today: date, chosen: Travel | None) -> tuple[Line, ...]:
    """The lines in the order of the rows, a service once, at the first of its places; `chosen`: the way to travel."""

    words = _Words(today, chosen)
    first: dict[UUID, Line] = {}
    for service, place, far, copy, _held in rows:
        if service not in first and copy is not None:
            first[service] = _line(words, json.loads(copy), service, place, far)
    return tuple(first.values())


class _Words:
    """Words that many lines share. Those of distances are made for one page and kept no longer than it."""

    def __init__(self, today: date, chosen: Travel | None) -> None:
        self._today, self._chosen, self._language = today, chosen, speaking().code
        self._away = cache(self._far)

    def far(self, metres: float) -> str:
        """How far it is, and how long that takes."""
        return self._away(round(metres, -2))

    def fresh(self, assured: str | None, stale: str | None) -> Freshness:
        """How sure we are."""
        return _fresh(assured, stale, self._today, self._language)

    def ages(self, first: int | None, last: int | None) -> str:
        """For whom."""
        return _ages(first, last, self._language)

    def cost(self, amounts: list[float], options: int) -> str:
        """Whether it is free."""
        return _cost(amounts.count(0), options, self._language)

    def _far(self, metres: float) -> str:
        told = miles(metres)
        both = {"far": f"{told[:1].upper()}{told[1:]}", "time": takes(metres, self._chosen)}
        return gettext("%(far)s, %(time)s") % both


def _line(words: _Words, told: dict[str, Any], service: UUID, place: UUID | None, far: float | None) -> Line:
    summary = " ".join(told.get("summary", "").split())
    town = told.get("towns", {}).get(str(place), "-")
    return Line(
        id=str(service),
        name=told["name"],
        summary=summary if len(summary) <= SUMMARY else f"{summary[:SUMMARY].rsplit(' ', 1)[0]}…",
        ages=words.ages(told.get("minimum_age"), told.get("maximum_age")),
        cost=words.cost(told["amounts"], told["costs"]),
        town="" if town == "-" else town,
        far="" if far is None else words.far(far),
        phone=told.get("phone", ""),
        closed=said(CLOSED.get(told["status"], "")),
        fresh=words.fresh(told.get("assured"), told.get("stale")),
    )


@lru_cache(maxsize=2_000)
def _fresh(assured: str | None, stale: str | None, today: date, _language: str) -> Freshness:
    return freshness(_day(assured), _day(stale), today)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


@lru_cache(maxsize=2_000)
def _ages(first: int | None, last: int | None, _language: str) -> str:
    span = ages(first, last)
    return gettext("Ages %(ages)s.") % {"ages": span} if span else ""


@lru_cache(maxsize=200)
def _cost(free: int, options: int, _language: str) -> str:
    """In one word: how many of so many options cost nothing."""
    if not options:
        return ""
    if free == options:
        return gettext("Free")
    return gettext("Free for some") if free else gettext("There is something to pay")
