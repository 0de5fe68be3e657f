"""A payment run: prepared by one, agreed to or sent back by another, then given to the finance system."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.ranges import during
from kith.design.text import safe_text
from kith.money.models import Overpayment, PaymentLine, PaymentRun, RunState, What
from kith.money.queries.runs import last_night, run_lines
from kith.money.queries.working_out import RunLine, digest, totals, worked_out

TOLD = "each carer reads their own payment behind their own door"
NO_SUCH = "There is no such payment run, or it is not yours to answer."
LONGEST_DAYS = 62


@action("money.hand_over_run")
def hand_over_run(*, by: Actor, first: date, until: date, pay_on: date) -> UUID:
    """Work out a run over the nights `[first, until)` and hand it to a second person; its id.

    Raises NotPermittedError; CannotBeError for a period that ends before it begins, is far too long, pays for a night
    that another run pays for, or while another run waits; and where nothing is to be paid.
    """
    tell.permit(by=by, permission=Permission.PREPARE_PAYMENTS)
    _period(first, until)
    found = worked_out(first, until)
    if not found:
        raise CannotBeError("Nothing is to be paid for these nights. Check the days.", field="first")
    sums = totals(found)
    run = PaymentRun(
        period=during(first, until),
        pay_on=pay_on,
        lines_count=sums.lines,
        payees_count=sums.payees,
        total_pence=sums.pence,
        held_count=sums.held,
        digest=digest(found),
        recorded_by=by.id,
    )
    try:
        with transaction.atomic():
            run.save(force_insert=True)
    except IntegrityError as error:
        raise CannotBeError("A colleague handed over a run a moment ago. Open the list of runs.") from error
    PaymentLine.objects.bulk_create(_row(run, each, by) for each in found)
    _concerns(run, found)
    return run.id


@action("money.approve_run")
def approve_run(*, by: Actor, run: UUID) -> None:
    """Agree to what another prepared. It is worked out again first: what changed since is not agreed to unseen.

    Raises NotPermittedError for one's own run; CannotBeError where what it rests on changed, or the totals differ.
    """
    tell.permit(by=by, permission=Permission.AGREE_PAYMENTS)
    found = _waiting(by, run)
    now = worked_out(found.period.lower, found.period.upper)
    if digest(now) != found.digest:
        raise CannotBeError(
            "Something it rests on has changed since it was prepared. Send it back, so that it is worked out again."
        )
    check_totals(found)
    _answer(found, by, RunState.APPROVED)
    _overpaid(found, now, by)
    _concerns(found, now)


@action("money.send_back_run")
def send_back_run(*, by: Actor, run: UUID, because: str) -> None:
    """Do not agree, and say why. The nights are free for another run. Raises NotPermittedError, CannotBeError."""
    tell.permit(by=by, permission=Permission.AGREE_PAYMENTS)
    found, why = _waiting(by, run), safe_text(because)[:300]
    if not why:
        raise CannotBeError("Say why you send it back.", field="because")
    found.sent_back_because = why
    _answer(found, by, RunState.SENT_BACK)
    _concerns(found, ())


@action("money.export_run")
def export_run(*, by: Actor, run: UUID) -> None:
    """Give an approved run to the finance system. Once is enough: again changes nothing, and the file is the same.

    Raises NotPermittedError; CannotBeError where its totals are not those that were agreed to.
    """
    tell.permit(by=by, permission=Permission.PREPARE_PAYMENTS)
    found = PaymentRun.objects.filter(id=run, state__in=(RunState.APPROVED, RunState.EXPORTED)).first()
    if found is None:
        raise NotPermittedError("There is no such run, or nobody has agreed to it yet.")
    check_totals(found)
    if found.state == RunState.APPROVED:
        found.state, found.exported_at = RunState.EXPORTED, timezone.now()
        found.save(update_fields=["state", "exported_at"])
    _concerns(found, ())


def check_totals(run: PaymentRun) -> None:
    """Raises CannotBeError where the lines of a run do not add up to its control totals."""
    kept = run_lines(run.id)
    sums = totals(kept)
    told = (run.lines_count, run.payees_count, run.total_pence, run.held_count)
    if (sums.lines, sums.payees, sums.pence, sums.held) != told or digest(kept) != run.digest:
        raise CannotBeError(
            "The lines do not add up to the totals that were agreed to. Nothing was given out: tell the administrator."
        )


def _period(first: date, until: date) -> None:
    if until <= first:
        raise CannotBeError("The last night cannot come before the first.", field="until")
    if (until - first).days > LONGEST_DAYS:
        raise CannotBeError("A run pays for two months at most. Check the days.", field="until")
    if PaymentRun.objects.filter(state=RunState.READY).exists():
        raise CannotBeError("Another run still waits for the second person. It has to be answered first.")
    last = last_night()
    if last is not None and first < last:
        raise CannotBeError(
            "Some of these nights are paid for by another run. What changed about them is settled by itself.",
            field="first",
        )


def _waiting(by: Actor, run: UUID) -> PaymentRun:
    # A lock is taken by whoever may change the row: of one's own run the database gives none.
    mine = PaymentRun.objects.filter(id=run, state=RunState.READY, recorded_by=by.id).exists()
    if mine:
        raise NotPermittedError("You prepared this run. Somebody else has to answer for it.")
    found = PaymentRun.objects.select_for_update().filter(id=run, state=RunState.READY).first()
    if found is None:
        raise NotPermittedError(NO_SUCH)
    return found


def _answer(run: PaymentRun, by: Actor, state: RunState) -> None:
    run.state, run.answered_by, run.answered_at = state, by.id, timezone.now()
    run.save(update_fields=["state", "answered_by", "answered_at", "sent_back_because"])


def _overpaid(run: PaymentRun, found: Iterable[RunLine], by: Actor) -> None:
    """What was overpaid is found, and no more: somebody tells them kindly, and asks."""
    sums: dict[UUID, int] = defaultdict(int)
    for each in found:
        if each.what == What.OVERPAID and not each.held:
            sums[each.payee] -= each.pence
    for person, pence in sorted(sums.items()):
        Overpayment(person_id=person, run=run, pence=pence, recorded_by=by.id).save(force_insert=True)


def _row(run: PaymentRun, line: RunLine, by: Actor) -> PaymentLine:
    nights = during(line.first, line.until) if line.first and line.until else None
    return PaymentLine(
        run=run,
        payee_id=line.payee,
        child_id=line.child,
        kind=line.kind,
        what=line.what,
        nights=nights,
        weekly_pence=line.weekly,
        before_pence=line.before,
        pence=line.pence,
        age=line.age,
        rate_id=line.rate,
        fact=line.fact,
        bank_id=line.bank,
        overpayment_id=line.overpayment,
        held=line.held,
        held_words=line.held_words,
        recorded_by=by.id,
    )


def _concerns(run: PaymentRun, found: Iterable[RunLine]) -> None:
    concerns({each.payee for each in found}, run=run.id, state=str(run.state), pence=run.total_pence)
    nothing_to_tell(TOLD)
