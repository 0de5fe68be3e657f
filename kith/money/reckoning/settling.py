"""What a payment run pays: what is due, less what was paid for the same nights before.

Nights of the period never paid for are its own; earlier ones are arrears; where less is due than was paid, the rest was
overpaid. That is noted and never taken back by itself (docs/adr/0226).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from uuid import UUID

from kith.money.reckoning.bands import years_old
from kith.money.reckoning.entitled import Piece
from kith.money.reckoning.nights import nights_between, pence_for

REGULAR, ARREARS, OVERPAID = "regular", "arrears", "overpaid"


@dataclass(frozen=True, slots=True)
class Paid:
    """Nights that were settled before, at so much a week; whichever was `settled` last holds for a night."""

    payee: UUID
    child: UUID
    kind: str
    first: date
    until: date
    weekly: int
    settled: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a payment. `before`: what a week of these nights was paid at. Overpaid is below nothing."""

    what: str
    payee: UUID
    child: UUID
    kind: str
    first: date
    until: date
    weekly: int
    before: int
    age: int | None = None
    band: UUID | None = None
    of: UUID | None = None
    trouble: str = ""

    @property
    def nights(self) -> int:
        return nights_between(self.first, self.until)

    @property
    def pence(self) -> int:
        """What these nights are worth now, less what they were paid at."""
        return pence_for(self.weekly, self.first, self.until) - pence_for(self.before, self.first, self.until)


def lines(
    due: Iterable[Piece], paid: Iterable[Paid], *, period: tuple[date, date], since: date
) -> list[Line]:
    """Every line of a run over `period`; nothing before `since`, the first night that is paid for from here.

    Compared for one payee and one child whatever the kind: who becomes a special guardian on a day in the past is
    settled by the difference.
    """
    groups: dict[tuple[UUID, UUID], tuple[list[Piece], list[Paid]]] = {}
    for piece in due:
        groups.setdefault((piece.payee, piece.child), ([], []))[0].append(piece)
    for one in paid:
        groups.setdefault((one.payee, one.child), ([], []))[1].append(one)
    made: list[Line] = []
    for key in sorted(groups):
        made += _joined(_of(*groups[key], period, since))
    return made


def _of(due: list[Piece], paid: list[Paid], period: tuple[date, date], since: date) -> Iterator[Line]:
    first, until = period
    days = {first, until, since}
    days |= {day for piece in due for day in (piece.first, piece.until)}
    days |= {day for one in paid for day in (one.first, one.until)}
    for start, stop in pairwise(sorted(day for day in days if since <= day <= until)):
        now = [piece for piece in due if piece.first <= start < piece.until]
        last = max((one for one in paid if one.first <= start < one.until), key=_settled, default=None)
        if line := _between(start, stop, now, last, in_period=start >= first):
            yield line


def _between(start: date, stop: date, now: list[Piece], last: Paid | None, *, in_period: bool) -> Line | None:
    """What is to be said of these nights, all alike; None where they are paid as they should be."""
    piece = next((each for each in now if each.trouble), now[0] if now else None)
    before = last.weekly if last else 0
    if piece is None:
        if last is None or not before:
            return None
        return Line(OVERPAID, last.payee, last.child, last.kind, start, stop, 0, before)
    # What cannot be told is left as it was paid: neither arrears nor overpaid come of a doubt.
    if last is not None and (piece.trouble or piece.weekly == before):
        return None
    what = OVERPAID if piece.weekly < before else REGULAR if in_period and last is None else ARREARS
    age = years_old(piece.born, start) if piece.born else None
    told = (age, piece.band, piece.of, piece.trouble)
    return Line(what, piece.payee, piece.child, piece.kind, start, stop, piece.weekly, before, *told)


def _settled(paid: Paid) -> int:
    return paid.settled


def _joined(found: Iterable[Line]) -> list[Line]:
    joined: list[Line] = []
    for each in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.until == each.first
            and replace(each, first=last.first, age=last.age) == replace(last, until=each.until)
        ):
            joined[-1] = replace(last, until=each.until)
        else:
            joined.append(each)
    return joined
