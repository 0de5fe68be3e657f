"""A carer's own money, as it stands behind their own door: each payment line by line, what comes next, and why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from kith.access.models import DoorAccess
from kith.access.models.door import Capacity
from kith.core.reads import ACCOUNT, AS_IT_IS, DAY, ID, NOW, Called, Reads
from kith.marked import marked
from kith.money.models import Hold, OverpaidState, Overpayment, PaymentQuestion, What
from kith.money.queries.due import facts, rates, rates_read
from kith.money.queries.working_out import next_period
from kith.money.reckoning.entitled import pieces
from kith.money.reckoning.nights import pence_for
from kith.money.words import KINDS, pounds
from kith.people.page_queries import who

WAITS = {
    "no_bank": marked("This waits until we know which account to pay into."),
    "two_carers": marked("This waits: we have to find out with whom the child slept on these nights."),
    "no_birth_date": marked("This waits: we do not know the child’s date of birth."),
    "no_rate": marked("This waits: no rates are set yet for these nights."),
    "asked": marked("This waits."),
}


@dataclass(frozen=True, slots=True)
class MyLine:
    """One line. `last` is the last night. `child` is empty where the name is not known to the reader (any more)."""

    what: str
    child: str
    kind: str
    first: date | None
    last: date | None
    nights: int
    weekly: str
    before: str
    pence: int
    age: int | None
    waits: str

    @property
    def amount(self) -> str:
        return pounds(self.pence)


@dataclass(frozen=True, slots=True)
class MyPayment:
    """One payment: when, for which nights, how much in all, and its lines. `came_back`: the bank sent it back."""

    pay_on: date
    first: date
    last: date
    pence: int
    came_back: bool
    ends_with: str
    lines: tuple[MyLine, ...]

    @property
    def amount(self) -> str:
        return pounds(self.pence)

    def comes(self, today: date) -> bool:
        """Whether the day is still ahead."""
        return self.pay_on > today


@dataclass(frozen=True, slots=True)
class MyTooMuch:
    """Too much was paid, as they were told. `left`: what is still open."""

    id: UUID
    amount: str
    left: str
    told_on: date | None
    told: str
    state: str
    each_time: str
    hardship: bool
    said: str


@dataclass(frozen=True, slots=True)
class MyBank:
    """The account in use by its last digits, and whether another waits."""

    ends_with: str
    waiting: str


@dataclass(frozen=True, slots=True)
class MyQuestion:
    """What they asked, by when it is answered, and the answer."""

    words: str
    answer_by: date
    answer: str


@dataclass(frozen=True, slots=True)
class MyMoney:
    """The page. `coming`: what the next two weeks come to as things stand, with the day from which each part holds."""

    coming: MyPayment | None
    payments: tuple[MyPayment, ...]
    too_much: tuple[MyTooMuch, ...]
    waits: tuple[str, ...]
    bank: MyBank
    questions: tuple[MyQuestion, ...]


_LINE: tuple[Any, ...] = (*[ID] * 2, *[DAY] * 3, ID, AS_IT_IS, AS_IT_IS, DAY, DAY, *[AS_IT_IS] * 8)


def _bank_read() -> Called:
    return Called("SELECT ends_with, state FROM money_my_bank() ORDER BY at DESC", (AS_IT_IS, AS_IT_IS))


_account = Reads(bank=_bank_read)
OWN = Q(person__door__account_id=ACCOUNT, person__door__capacity=Capacity.SELF)
_page = Reads(
    me=lambda: DoorAccess.objects.filter(
        account_id=ACCOUNT, capacity=Capacity.SELF, during__contains=NOW
    ).values_list("person_id"),
    rates=rates_read,
    lines=lambda: Called("SELECT * FROM money_mine()", _LINE),
    bank=_bank_read,
    paid_back=lambda: Called("SELECT overpayment, pence FROM money_mine_paid_back()", (ID, AS_IT_IS)),
    holds=lambda: Hold.objects.filter(OWN, ended_at=None).values_list("reason"),
    questions=lambda: (
        PaymentQuestion.objects.filter(OWN)
        .order_by("-recorded_at")
        .values_list("words", "answer_by", "answer")[:5]
    ),
    too_much=lambda: (
        Overpayment.objects.filter(OWN)
        .exclude(state=OverpaidState.FOUND)
        .order_by("-recorded_at")
        .values_list(
            "id", "pence", "told_on", "told_words", "state", "each_time_pence", "hardship", "their_words"
        )
    ),
)


def me(account: UUID) -> UUID | None:
    """Whose own door it is. One statement."""
    found = DoorAccess.objects.filter(
        account_id=account, capacity=Capacity.SELF, during__contains=timezone.now()
    )
    person: UUID | None = found.values_list("person_id", flat=True).first()
    return person


def my_money(account: UUID, today: date) -> MyMoney | None:
    """Everything of it; None for an account that is nobody. Three statements at most."""
    read = _page.run(account=account, now=timezone.now())
    rows, person = read["lines"], next((person for (person,) in read["me"]), None)
    if person is None:
        return None
    last = max((row[4] for row in rows), default=None)
    first, until = next_period(last, today)
    due = [
        replace(each, first=max(first, each.first))
        for each in pieces(facts(first, until, person), rates(read["rates"]), until)
        if each.until > first
    ]
    names = who(sorted({each.child for each in due} | {row[5] for row in rows if row[5]}, key=str))
    called = {each: found.known_as or found.name for each, found in names.items()}
    coming = tuple(
        MyLine(
            What.REGULAR,
            called.get(each.child, ""),
            KINDS[each.kind],  # type: ignore[index]  # a kind by its code
            each.first,
            each.until - timedelta(days=1),
            (each.until - each.first).days,
            pounds(each.weekly),
            "",
            pence_for(each.weekly, each.first, each.until),
            each.age,
            WAITS.get(each.trouble, ""),
        )
        for each in sorted(due, key=lambda e: (called.get(e.child, ""), str(e.child), e.first))
    )
    return MyMoney(
        _payment(until + timedelta(days=2), first, until, coming) if coming else None,
        tuple(_payments(rows, called)),
        tuple(_too_much(read["too_much"], dict(read["paid_back"]))),
        tuple(reason for (reason,) in read["holds"]),
        _bank(read["bank"]),
        tuple(MyQuestion(*row) for row in read["questions"]),
    )


def my_bank() -> MyBank:
    """The account that is paid into, by its last digits. One statement."""
    return _bank(_account.run()["bank"])


def _bank(rows: Sequence[Sequence[Any]]) -> MyBank:
    return MyBank(
        next((ends for ends, state in rows if state == "agreed"), ""),
        next((ends for ends, state in rows if state == "waiting"), ""),
    )


def _payments(rows: Sequence[Sequence[Any]], called: dict[UUID, str]) -> list[MyPayment]:
    made = []
    for _run, group in groupby(rows, key=lambda row: row[1]):
        theirs = list(group)
        (_id, _of, pay_on, first, until), came_back = theirs[0][:5], theirs[0][16]
        lines = tuple(_line(row, called) for row in theirs)
        ends = next((row[17] for row in theirs if row[17]), "")
        made.append(_payment(pay_on, first, until, lines, came_back=came_back, ends_with=ends))
    return made


def _payment(
    pay_on: date,
    first: date,
    until: date,
    lines: tuple[MyLine, ...],
    *,
    came_back: bool = False,
    ends_with: str = "",
) -> MyPayment:
    counted = sum(each.pence for each in lines if not each.waits and each.what != What.OVERPAID)
    return MyPayment(pay_on, first, until - timedelta(days=1), counted, came_back, ends_with, lines)


def _line(row: Sequence[Any], called: dict[UUID, str]) -> MyLine:
    child, kind, what, first, until, weekly, before, pence, age, held, held_words = row[5:16]
    return MyLine(
        what,
        called.get(child, ""),
        KINDS[kind],
        first,
        until - timedelta(days=1) if until else None,
        (until - first).days if until else 0,
        pounds(weekly),
        pounds(before) if before else "",
        pence,
        age,
        (held_words or WAITS[held]) if held else "",
    )


def _too_much(rows: Sequence[Sequence[Any]], back: dict[UUID, int]) -> list[MyTooMuch]:
    """What they were told of, newest first; what came off by their own lines."""
    return [
        MyTooMuch(
            item,
            pounds(pence),
            pounds(pence - back.get(item, 0)),
            told_on,
            told,
            "settled" if back.get(item, 0) >= pence else state,
            pounds(each_time) if each_time else "",
            hardship,
            said,
        )
        for item, pence, told_on, told, state, each_time, hardship, said in rows
    ]
