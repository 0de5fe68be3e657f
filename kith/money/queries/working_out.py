"""What a run over a period pays, as the record stands now: each line, why some wait, and the control totals."""

from __future__ import annotations

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Sum

from kith.money.models import (
    BankDetail,
    BankState,
    Hold,
    OverpaidState,
    Overpayment,
    PaymentLine,
    What,
)
from kith.money.queries.due import STANDS, facts, first_night, rates, settled
from kith.money.reckoning.entitled import pieces
from kith.money.reckoning.nights import pence_for
from kith.money.reckoning.settling import Line, lines

NO_BANK, ASKED = "no_bank", "asked"
OPEN = (OverpaidState.FOUND, OverpaidState.TOLD, OverpaidState.AGREED)


@dataclass(frozen=True, slots=True)
class RunLine:
    """One line of a run. `held`: the code of why it waits, `held_words` in words where somebody wrote them."""

    payee: UUID
    child: UUID | None
    kind: str
    what: str
    first: date | None
    until: date | None
    weekly: int
    before: int
    pence: int
    age: int | None = None
    rate: UUID | None = None
    fact: UUID | None = None
    bank: UUID | None = None
    overpayment: UUID | None = None
    held: str = ""
    held_words: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is part of what is paid: not what waits, nor what was overpaid, which is never taken by itself."""
        return not self.held and self.what != What.OVERPAID

    @property
    def nights(self) -> int:
        return (self.until - self.first).days if self.first and self.until else 0


@dataclass(frozen=True, slots=True)
class Totals:
    """The control totals of a run."""

    lines: int
    payees: int
    pence: int
    held: int


@dataclass(frozen=True, slots=True)
class Owing:
    """What is open of an overpayment: how much, how much each time, and the nights that were paid too much."""

    id: UUID
    payee: UUID
    left: int
    each_time: int
    lines: tuple[tuple[UUID, date, date, int, int], ...]


def worked_out(first: date, until: date, whom: UUID | None = None) -> list[RunLine]:
    """Every line of a run over `[first, until)`. Nine statements at most."""
    since = first_night() or first
    due = pieces(facts(min(since, first), until, whom), rates(), until)
    made = lines(due, settled(whom), period=(first, until), since=min(since, first))
    payees = {each.payee for each in made}
    banks = dict(
        BankDetail.objects.filter(person__in=payees, state=BankState.AGREED)
        .order_by("person", "checked_at")
        .values_list("person_id", "id")
    )
    waits = list(Hold.objects.filter(person__in=payees, ended_at=None).order_by("recorded_at", "id"))
    found = [_line(each, banks.get(each.payee), waits) for each in made]
    found += _paid_back(found, owing(payees), banks)
    return sorted(
        found, key=lambda e: (e.payee, e.what == What.REPAYMENT, e.child or e.payee, e.first or first)
    )


def owing(payees: Iterable[UUID] | None = None) -> list[Owing]:
    """What is open of what these were overpaid. Three statements."""
    rows = Overpayment.objects.filter(state__in=OPEN).order_by("recorded_at", "id")
    if payees is not None:
        rows = rows.filter(person__in=payees)
    open_ones = list(rows)
    if not open_ones:
        return []
    back = repaid([each.id for each in open_ones])
    nights: dict[tuple[UUID, UUID], list[tuple[UUID, date, date, int, int]]] = defaultdict(list)
    too_much = PaymentLine.objects.filter(
        run__in={each.run_id for each in open_ones}, what=What.OVERPAID, held=""
    )
    for run, payee, child, during, weekly, before in too_much.values_list(
        "run_id", "payee_id", "child_id", "nights", "weekly_pence", "before_pence"
    ):
        if child and during:
            nights[run, payee].append((child, during.lower, during.upper, weekly, before))
    return [
        Owing(
            each.id,
            each.person_id,
            each.pence - back.get(each.id, 0),
            each.each_time_pence if each.state == OverpaidState.AGREED else 0,
            tuple(nights[each.run_id, each.person_id]),
        )
        for each in open_ones
        if each.pence > back.get(each.id, 0)
    ]


def repaid(overpayments: Sequence[UUID]) -> dict[UUID, int]:
    """How much of each is settled by runs that stand. One statement."""
    rows = PaymentLine.objects.filter(
        overpayment__in=overpayments, what=What.REPAYMENT, run__state__in=STANDS, held=""
    )
    return {each: -pence for each, pence in rows.values_list("overpayment").annotate(Sum("pence"))}


def totals(found: Iterable[RunLine]) -> Totals:
    """The control totals."""
    found = list(found)
    paid = [each for each in found if each.counts]
    return Totals(
        len(paid),
        len({each.payee for each in paid}),
        sum(each.pence for each in paid),
        sum(bool(each.held) for each in found),
    )


def digest(found: Iterable[RunLine]) -> str:
    """SHA-256 over the lines: whoever agrees to them agrees to these, and to no others."""
    rows = sorted(json.dumps([str(getattr(each, name)) for name in RunLine.__slots__]) for each in found)
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def next_period(last: date | None, today: date) -> tuple[date, date]:
    """The two weeks that the next run is for: from where the last ended, else from the Monday of last week."""
    first = last or today - timedelta(days=today.weekday() + 7)
    return first, first + timedelta(days=14)


def _line(line: Line, bank: UUID | None, waits: Sequence[Hold]) -> RunLine:
    hold = next(
        (each for each in waits if each.person_id == line.payee and each.child_id in {None, line.child}), None
    )
    held = line.trouble
    if not held and line.what != What.OVERPAID:
        held = ASKED if hold else "" if bank else NO_BANK
    return RunLine(
        line.payee,
        line.child,
        line.kind,
        line.what,
        line.first,
        line.until,
        line.weekly,
        line.before,
        line.pence,
        line.age,
        line.band,
        line.of,
        bank,
        None,
        held,
        hold.reason if hold and held == ASKED else "",
    )


def _paid_back(
    found: Sequence[RunLine], open_ones: Sequence[Owing], banks: dict[UUID, UUID]
) -> list[RunLine]:
    """What comes off: nights that turn out right after all are set against what they were overpaid; then what was agreed.

    Never more than is paid to them this time.
    """
    made: list[RunLine] = []
    for one in open_ones:
        theirs = [each for each in found if each.payee == one.payee and each.counts]
        payable = sum(each.pence for each in theirs) + sum(
            each.pence for each in made if each.payee == one.payee
        )
        right = min(one.left, sum(_restored(one, each) for each in theirs))
        agreed = min(one.each_time, one.left - right)
        off = min(right + agreed, max(0, payable))
        if off > 0:
            kind = theirs[0].kind
            made.append(
                RunLine(
                    one.payee, None, kind, What.REPAYMENT, None, None, 0, 0, -off,
                    bank=banks.get(one.payee), overpayment=one.id,
                )
            )  # fmt: skip
    return made


def _restored(one: Owing, line: RunLine) -> int:
    """How much of what was overpaid is due after all, by an arrears line over the same nights of the same child."""
    if line.what != What.ARREARS or line.first is None or line.until is None:
        return 0
    total = 0
    for child, first, until, weekly, before in one.lines:
        start, stop = max(first, line.first), min(until, line.until)
        if child == line.child and start < stop:
            lower, upper = max(weekly, line.before), min(before, line.weekly)
            total += max(0, pence_for(upper, start, stop) - pence_for(lower, start, stop))
    return total
