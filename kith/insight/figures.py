"""The figures that one account may read: the council's, or its own team's. What is hidden comes as None."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime

from kith.access.models import Account
from kith.insight.measures import BY_CODE, Measure
from kith.insight.models import HelpFigure
from kith.law.accountability.figures import scope_of


@dataclass(frozen=True, slots=True)
class Figures:
    """One line of one measure in one quarter: how many by state, None for what is hidden."""

    measure: Measure
    quarter: date
    by: str
    key: str
    shown: dict[str, int | None] = field(default_factory=dict)

    @property
    def share(self) -> int | None:
        """How many of a hundred stand well, rounded down; None where nothing counts or a number of it is hidden."""
        told = [
            (self.shown.get(each.code), each.good) for each in self.measure.states if each.good is not None
        ]
        known = [(number, good) for number, good in told if number is not None]
        everything = sum(number for number, _ in known)
        if len(known) < len(told) or not everything:
            return None
        return 100 * sum(number for number, good in known if good) // everything

    @property
    def says_nothing(self) -> bool:
        """Whether every number of it is hidden."""
        return all(number is None for number in self.shown.values())

    @property
    def hides(self) -> bool:
        """Whether the share is unknown because something of it is hidden."""
        return any(self.shown.get(each.code) is None for each in self.measure.states if each.good is not None)


@dataclass(frozen=True, slots=True)
class Counted:
    """All lines that were asked for, the day they are of, and when they were counted."""

    as_at: date
    counted_at: datetime
    lines: tuple[Figures, ...]

    def of(self, measure: str, by: str, quarter: date | None = None) -> list[Figures]:
        """Lines of one breakdown of a measure, of one quarter or of all."""
        return [
            each
            for each in self.lines
            if each.measure.code == measure and each.by == by and quarter in {None, each.quarter}
        ]

    def one(self, measure: str, quarter: date, by: str, key: str) -> Figures | None:
        return next((each for each in self.of(measure, by, quarter) if each.key == key), None)


def figures_of(account: Account, *, measure: str = "", by: Iterable[str] = ()) -> Counted | None:
    """What was counted last, of one measure or all, of some breakdowns or all; None where nothing was. One statement."""
    team = scope_of(account)
    if account.role == "manager" and team is None:
        return None
    found = (
        HelpFigure.objects.filter(team_id=team) if team else HelpFigure.objects.filter(team_id__isnull=True)
    )
    if measure:
        found = found.filter(measure=measure)
    if ways := tuple(by):
        found = found.filter(by__in=ways)
    rows = list(found.order_by("-quarter", "by", "key"))
    if not rows:
        return None
    return Counted(rows[0].as_at, rows[0].counted_at, tuple(_lines(rows)))


def _lines(rows: Iterable[HelpFigure]) -> Iterable[Figures]:
    shown: dict[tuple[str, date, str, str], dict[str, int | None]] = defaultdict(dict)
    for row in rows:
        if row.measure in BY_CODE:
            shown[row.measure, row.quarter, row.by, row.key][row.state] = row.number
    for (measure, quarter, by, key), numbers in shown.items():
        yield Figures(BY_CODE[measure], quarter, by, key, numbers)
