"""What waits for those who pay: accounts to check, questions, what is held, what was overpaid, what came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kith.design.dates import london_day
from kith.money.models import (
    BankDetail,
    BankState,
    Hold,
    NotPaid,
    OverpaidState,
    Overpayment,
    PaymentLine,
    PaymentQuestion,
    PaymentResult,
    Rate,
    RateVersion,
)
from kith.money.queries.runs import LineView, line_views, run_lines_of
from kith.money.queries.working_out import repaid
from kith.money.references import payee_reference


@dataclass(frozen=True, slots=True)
class Waits:
    """One thing that waits: whose, by reference; in words; by when, where there is a day."""

    id: UUID
    person: UUID
    payee: str
    words: str
    by: date | None
    mine: bool = False


@dataclass(frozen=True, slots=True)
class TooMuch:
    """An overpayment as who pays reads it. `left`: what is still open of it."""

    id: UUID
    person: UUID
    payee: str
    pence: int
    left: int
    state: str
    says: str
    told: str
    said: str
    hardship: bool
    each_time: int


@dataclass(frozen=True, slots=True)
class Board:
    """Everything that waits."""

    banks: tuple[Waits, ...]
    questions: tuple[Waits, ...]
    holds: tuple[Waits, ...]
    too_much: tuple[TooMuch, ...]
    came_back: tuple[Waits, ...]


@dataclass(frozen=True, slots=True)
class PayeeView:
    """One payee: the account by its last digits, what waits, what was paid."""

    person: UUID
    payee: str
    ends_with: str
    not_paid: str
    holds: tuple[Waits, ...]
    too_much: tuple[TooMuch, ...]
    lines: tuple[LineView, ...]


@dataclass(frozen=True, slots=True)
class Rates:
    """One version of the rates, its bands in the order of age as (age, pence a week)."""

    kind: str
    name: str
    from_on: date
    number: int
    published: str
    made_up: bool
    bands: tuple[tuple[int, int], ...]


def board(account: UUID) -> Board:
    """What waits, the oldest first. Six statements."""
    banks = BankDetail.objects.filter(state=BankState.WAITING).order_by("recorded_at")
    questions = PaymentQuestion.objects.filter(answer="").order_by("answer_by", "recorded_at")
    came_back = PaymentResult.objects.filter(paid=False).order_by("-on")[:20]
    return Board(
        tuple(
            Waits(b.id, b.person_id, payee_reference(b.person_id), f"ends in {b.ends_with}", london_day(b.recorded_at),
                  b.recorded_by == account)
            for b in banks
        ),
        tuple(Waits(q.id, q.person_id, payee_reference(q.person_id), q.words, q.answer_by) for q in questions),
        holds(),
        too_much(),
        tuple(Waits(r.run_id, r.payee_id, payee_reference(r.payee_id), "", r.on) for r in came_back),
    )  # fmt: skip


def holds(person: UUID | None = None) -> tuple[Waits, ...]:
    """What is held, by when it is looked at again. One statement."""
    found = Hold.objects.filter(ended_at=None).order_by("look_again_on", "recorded_at")
    found = found.filter(person=person) if person else found
    return tuple(
        Waits(each.id, each.person_id, payee_reference(each.person_id), each.reason, each.look_again_on)
        for each in found
    )


def too_much(person: UUID | None = None) -> tuple[TooMuch, ...]:
    """What was overpaid and is neither let be nor settled. Two statements at most."""
    rows = Overpayment.objects.exclude(state=OverpaidState.LET_BE).order_by("recorded_at")
    found = list(rows.filter(person=person) if person else rows)
    back = repaid([each.id for each in found]) if found else {}
    return tuple(
        TooMuch(each.id, each.person_id, payee_reference(each.person_id), each.pence,
                each.pence - back.get(each.id, 0), each.state, str(OverpaidState(each.state).label), each.told_words,
                each.their_words, each.hardship, each.each_time_pence)
        for each in found
        if each.pence > back.get(each.id, 0)
    )  # fmt: skip


def payee_view(person: UUID) -> PayeeView | None:
    """One payee, or None where nothing is kept of anybody so. Eight statements at most."""
    bank = BankDetail.objects.filter(person=person, state=BankState.AGREED).order_by("-checked_at").first()
    beside = NotPaid.objects.filter(person=person, ended_at=None).values_list("because", flat=True).first()
    lines = line_views(run_lines_of(PaymentLine.objects.filter(payee=person).order_by("-run__pay_on")[:60]))
    waiting, over = holds(person), too_much(person)
    if not (bank or beside or lines or waiting or over):
        return None
    return PayeeView(
        person,
        payee_reference(person),
        bank.ends_with if bank else "",
        beside or "",
        waiting,
        over,
        tuple(reversed(lines)),
    )


def rate_versions() -> list[Rates]:
    """Every version, the latest first. Two statements."""
    bands: dict[UUID, list[tuple[int, int]]] = {}
    for version, age, pence in Rate.objects.order_by("from_age").values_list(
        "version_id", "from_age", "weekly_pence"
    ):
        bands.setdefault(version, []).append((age, pence))
    return [
        Rates(str(v.get_kind_display()), v.name, v.from_on, v.number, v.published, v.made_up, tuple(bands.get(v.id, ())))
        for v in RateVersion.objects.order_by("kind", "-from_on", "-number")
    ]  # fmt: skip
