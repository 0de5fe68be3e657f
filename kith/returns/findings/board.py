"""The board: how much the rules find, by rule, how old it is, how it goes, and what if the return were sent today."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from kith.returns.checking.catalogue import every_rule
from kith.returns.codes import ReturnKind
from kith.returns.models import FindingFigure

WEEKS = 8
BEFORE = dt.timedelta(weeks=4)
"""How far back a rule is compared with itself."""


@dataclass(frozen=True, slots=True)
class RuleLine:
    """One rule: findings without and with a reason, of how many children, half of them how old; None: hidden.

    `before`: how many children four weeks ago; `then`: whether that day was counted at all.
    """

    code: str
    error: bool
    says: str
    open: int | None
    children: int | None
    explained: int | None
    days: int | None
    before: int | None
    then: bool


@dataclass(frozen=True, slots=True)
class Week:
    """Children with an error and with a query at the end of one week; None: hidden."""

    day: dt.date
    errors: int | None
    queries: int | None


@dataclass(frozen=True, slots=True)
class Total:
    """All of one severity: `findings` is None for those who are shown no small numbers, as `children` may be."""

    findings: int | None = 0
    children: int | None = 0
    explained: int | None = 0


@dataclass(frozen=True, slots=True)
class Board:
    """One return of one year as it stood on `as_at`."""

    as_at: dt.date
    errors: Total
    queries: Total
    lines: list[RuleLine]
    weeks: list[Week]

    @property
    def most(self) -> int:
        """The longest bar of the trend."""
        return max([n for week in self.weeks for n in (week.errors, week.queries) if n], default=1)


def board(kind: ReturnKind, year: str, *, exact: bool) -> Board | None:
    """The board, exact or with small numbers hidden; None where nothing was counted yet. Three queries."""
    held = FindingFigure.objects.filter(kind=kind, year=year, exact=exact)
    totals = list(held.filter(code="").order_by("as_at"))
    if not totals:
        return None
    last = totals[-1].as_at
    by_severity = {each.severity: each for each in totals if each.as_at == last}
    compared = max((each.as_at for each in totals if each.as_at <= last - BEFORE), default=None)
    then = {each.code: each.children for each in held.filter(as_at=compared)} if compared else {}
    rules = every_rule(kind)
    lines = [
        RuleLine(
            each.code,
            each.severity == "error",
            rules[each.code].says if each.code in rules else "",
            each.open,
            each.children,
            each.explained,
            each.days,
            then.get(each.code, 0),
            compared is not None,
        )
        for each in held.filter(as_at=last).exclude(code="")
    ]
    lines.sort(key=lambda each: (not each.error, -(each.open or 0), len(each.code), each.code))
    return Board(
        last,
        _total(by_severity.get("error")),
        _total(by_severity.get("query")),
        lines,
        _weeks(totals, last),
    )


def _total(figure: FindingFigure | None) -> Total:
    return Total(figure.open, figure.children, figure.explained) if figure else Total()


def _weeks(totals: Iterable[FindingFigure], last: dt.date) -> list[Week]:
    """The last eight weeks that were counted, each by its last day."""
    days = sorted({each.as_at for each in totals})
    found = {(each.as_at, each.severity): each.children for each in totals}
    weeks = []
    for back in range(WEEKS - 1, -1, -1):
        until = last - dt.timedelta(weeks=back)
        day = max((each for each in days if until - dt.timedelta(days=7) < each <= until), default=None)
        if day:
            weeks.append(Week(day, found.get((day, "error"), 0), found.get((day, "query"), 0)))
    return weeks
