"""What somebody asks of the figures, from the address. What cannot be is told in one line, and the usual shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kith.access.models import Account
from kith.law.accountability.periods import quarters
from kith.law.accountability.states import BY_CODE

BREAKDOWNS = {
    "kind": "By kind of duty",
    "team": "By team",
    "group": "By ethnic group",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A quarter and a breakdown that can be; `wrong` says what was asked for that cannot."""

    quarter: date
    by: str
    wrong: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OneFigure:
    """One figure that was asked for, to see what is behind it."""

    quarter: date
    by: str
    key: str
    state: str


def asked(query: Mapping[str, str], as_at: date, breakdowns: Mapping[str, str]) -> Asked:
    """The quarter and breakdown of a page: this quarter, and the first breakdown, where none is asked for."""
    days, wrong = quarters(as_at), []
    quarter, by = _day(query.get("quarter", "")), query.get("by", "")
    if query.get("quarter") and quarter not in days:
        wrong.append("There are no figures for that period. Choose one of the four below.")
    if by and by not in breakdowns:
        wrong.append("The figures cannot be broken down that way. Choose one of the ways below.")
    return Asked(
        quarter if quarter in days else days[0],
        by if by in breakdowns else next(iter(breakdowns)),
        tuple(wrong),
    )


def one_figure(query: Mapping[str, str], as_at: date) -> OneFigure | None:
    """The figure whose list is asked for, or None where the address names none."""
    quarter, by, state = _day(query.get("quarter", "")), query.get("by", ""), query.get("state", "")
    if quarter not in quarters(as_at) or by not in {"total", "month", *BREAKDOWNS} or state not in BY_CODE:
        return None
    return OneFigure(quarter, by, query.get("row", "")[:40], state)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def whose_figures(account: Account) -> str:
    """Whose figures an account reads, in words: the council’s, or a manager’s team’s; "" for one in no team."""
    if account.role != "manager":
        return "the council"
    return account.team.name if account.team else ""


def page_number(text: str) -> int:
    """The page that is asked for; the first where that is none."""
    return int(text) if text.isascii() and text.isdigit() and 0 < len(text) <= 4 and int(text) else 1
