"""The figures that one account may read: the council's, or its own team's. What is hidden comes as None."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from kith.access.models import Account
from kith.law.accountability.states import CODES
from kith.law.models import DutyFigure


@dataclass(frozen=True, slots=True)
class Figures:
    """One line: its quarter, breakdown and key, and its duties by state (None: hidden)."""

    quarter: date
    by: str
    key: str
    shown: dict[str, int | None]

    @property
    def in_time(self) -> int | None:
        """Of those of which one can say, how many of a hundred were in time, rounded down; None where any is hidden.

        Worked out of what is shown alone, so that it tells no more than that.
        """
        met, untimely = self.shown["met"], self.shown["untimely"]
        if met is None or untimely is None or not met + untimely:
            return None
        return 100 * met // (met + untimely)

    @property
    def hides(self) -> bool:
        """Whether the share is unknown because something of it is hidden."""
        return None in {self.shown["met"], self.shown["untimely"]}


@dataclass(frozen=True, slots=True)
class Counted:
    """All lines of the four quarters, the day they are of, and when they were counted."""

    as_at: date
    counted_at: datetime
    lines: tuple[Figures, ...]

    def of(self, by: str, quarter: date | None = None) -> list[Figures]:
        """Lines of one breakdown, of one quarter or of all."""
        return [each for each in self.lines if each.by == by and quarter in {None, each.quarter}]

    def one(self, quarter: date, by: str, key: str) -> Figures | None:
        return next((each for each in self.of(by, quarter) if each.key == key), None)


def scope_of(account: Account) -> UUID | None:
    """The team whose figures an account reads, or None for the council's. The database holds the same rule."""
    return account.team_id if account.role == "manager" else None


def figures_of(account: Account, *by: str) -> Counted | None:
    """What was counted last, of some breakdowns or of all; None where nothing has been. One statement."""
    team = scope_of(account)
    if account.role == "manager" and team is None:
        return None
    held = DutyFigure.objects
    found = held.filter(team_id=team) if team else held.filter(team_id__isnull=True)
    rows = list((found.filter(by__in=by) if by else found).order_by("-quarter", "by", "key"))
    if not rows:
        return None
    return Counted(rows[0].as_at, rows[0].counted_at, tuple(_lines(rows)))


def _lines(rows: Iterable[DutyFigure]) -> Iterable[Figures]:
    for row in rows:
        yield Figures(row.quarter, row.by, row.key, {state: getattr(row, state) for state in CODES})
