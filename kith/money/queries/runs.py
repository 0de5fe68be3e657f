"""Payment runs as those who pay read them: by reference, never by name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from kith.access.models import Account
from kith.money.models import Kind, PaymentLine, PaymentRun, RunState, What
from kith.money.queries.working_out import RunLine
from kith.money.references import child_reference, payee_reference

HELD = {
    "no_bank": "no account to pay into is agreed",
    "asked": "somebody asked that it waits",
    "two_carers": "the record has the child with two people on these nights",
    "no_birth_date": "the child’s date of birth is not known",
    "no_rate": "no rates are set for these nights",
}


@dataclass(frozen=True, slots=True)
class LineView:
    """One line as it is read by who pays."""

    person: UUID
    payee: str
    child: str
    kind: str
    what: str
    first: date | None
    last: date | None
    nights: int
    weekly: int
    before: int
    pence: int
    age: int | None
    held: str
    counts: bool


@dataclass(frozen=True, slots=True)
class RunView:
    """One run: its period (last night included), totals, and who prepared and answered."""

    id: UUID
    first: date
    last: date
    pay_on: date
    state: str
    says: str
    lines: int
    payees: int
    pence: int
    held: int
    prepared_by: str
    mine: bool
    answered_by: str
    because: str


def runs(account: UUID, limit: int = 30) -> list[RunView]:
    """The latest runs first. Two statements."""
    return _views(list(PaymentRun.objects.order_by("-recorded_at")[:limit]), account)


def one_run(run: UUID, account: UUID) -> RunView | None:
    """One run. Two statements."""
    found = _views(list(PaymentRun.objects.filter(id=run)), account)
    return found[0] if found else None


def last_night() -> date | None:
    """The day up to which nights are paid for. One statement."""
    found = PaymentRun.objects.exclude(state=RunState.SENT_BACK).order_by("-period").first()
    return found.period.upper if found else None


def run_lines(run: UUID) -> list[RunLine]:
    """The lines of a run as they are kept. One statement."""
    return run_lines_of(PaymentLine.objects.filter(run=run))


def run_lines_of(found: Iterable[PaymentLine]) -> list[RunLine]:
    """Lines that are kept, as they were worked out."""
    return [
        RunLine(
            each.payee_id,
            each.child_id,
            each.kind,
            each.what,
            each.nights.lower if each.nights else None,
            each.nights.upper if each.nights else None,
            each.weekly_pence,
            each.before_pence,
            each.pence,
            each.age,
            each.rate_id,
            each.fact,
            each.bank_id,
            each.overpayment_id,
            each.held,
            each.held_words,
        )
        for each in found
    ]


def line_views(found: Iterable[RunLine]) -> list[LineView]:
    """Lines by reference, those of one payee together."""
    views = [
        LineView(
            each.payee,
            payee_reference(each.payee),
            child_reference(each.child) if each.child else "",
            str(Kind(each.kind).label),
            str(What(each.what).label),
            each.first,
            each.until - timedelta(days=1) if each.until else None,
            each.nights,
            each.weekly,
            each.before,
            each.pence,
            each.age,
            each.held_words or HELD.get(each.held, each.held),
            each.counts,
        )
        for each in found
    ]
    return sorted(views, key=lambda e: (e.payee, e.first or date.max, e.child))


def _views(found: Sequence[PaymentRun], account: UUID) -> list[RunView]:
    people = {each for run in found for each in (run.recorded_by, run.answered_by) if each}
    names = dict(Account.objects.filter(id__in=people).values_list("id", "display_name")) if people else {}
    return [
        RunView(
            run.id,
            run.period.lower,
            run.period.upper - timedelta(days=1),
            run.pay_on,
            run.state,
            str(RunState(run.state).label),
            run.lines_count,
            run.payees_count,
            run.total_pence,
            run.held_count,
            names.get(run.recorded_by, "a colleague") if run.recorded_by else "a colleague",
            run.recorded_by == account,
            names.get(run.answered_by, "a colleague") if run.answered_by else "",
            run.sent_back_because,
        )
        for run in found
    ]
