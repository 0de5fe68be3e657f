"""What Kithshire pays its carers: rates of its own, made up; two fortnights paid, and one that waits."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID, uuid5

from django.utils import timezone

from kith.access.models import Account, DoorAccess
from kith.access.models.door import Capacity
from kith.core.acting import acting
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.demo.sign_in_host import SIGN_IN_HOST
from kith.money.actions.asking import answer, ask, let_be, tell_overpaid
from kith.money.actions.rates import set_rates
from kith.money.actions.running import approve_run, export_run, hand_over_run
from kith.money.models import BankDetail, BankState, OverpaidState, Overpayment, PaymentQuestion, PaymentRun
from kith.money.queries.due import facts
from kith.money.sealed import seal_bank

BANDS = {0: 181_00, 2: 186_20, 5: 205_10, 11: 233_45, 16: 272_65}
LAST_YEAR = {age: pence * 96 // 100 for age, pence in BANDS.items()}
WRONG = BANDS | {5: BANDS[5] - 3_50, 16: BANDS[16] + 2_00}
"""Rates that were put right: too little for one age, too much for another."""
SOURCE = "Kithshire’s own rates, made up. No council pays them, and the national minimum of 2026-27 is not in them."
FORTNIGHT = timedelta(days=14)
WITHOUT_AN_ACCOUNT = 25
"""Of so many carers one has no account agreed yet."""


def make_money(*, by: Actor, today: date) -> int:
    """Pay the last fortnights, in which rates were put right; how many runs are new. None where there are any."""
    with acting(by):
        if PaymentRun.objects.exists():
            return 0
        officer, director, carer = (_actor(name) for name in ("payments", "director", "carer"))
    if officer is None or director is None:
        return 0
    monday = today - timedelta(days=today.weekday())
    april = date(today.year if today >= date(today.year, 4, 6) else today.year - 1, 4, 6)
    _rates(officer, april.replace(year=april.year - 1), LAST_YEAR)
    _rates(officer, april, WRONG)
    _accounts(officer, by, monday)
    for first in (monday - 2 * FORTNIGHT, monday - FORTNIGHT):
        run = _handed_over(officer, first)
        if run is None:
            return 0
        with acting(director):
            approve_run(by=director, run=run)
        with acting(officer):
            export_run(by=officer, run=run)
        if first == monday - 2 * FORTNIGHT:
            _rates(officer, april, BANDS)
    _too_much(officer, director)
    _handed_over(officer, monday)
    if carer is not None:
        _questions(carer, officer)
    return 3


def _actor(name: str) -> Actor | None:
    found = Account.objects.filter(login=f"{name}@{SIGN_IN_HOST}").first()
    return Actor(id=found.id, role=found.role, channel="service", reason="kith demo") if found else None


def _rates(officer: Actor, from_on: date, bands: dict[int, int]) -> None:
    with acting(officer):
        set_rates(
            by=officer, kind="fostering", name=f"{from_on.year}-{(from_on.year + 1) % 100:02d}", from_on=from_on,
            published=SOURCE, bands=bands, made_up=True,
        )  # fmt: skip


def _accounts(officer: Actor, by: Actor, monday: date) -> None:
    """An account for almost each carer, numbered so that none can be anybody's: no bank has the sort code 00-00-00."""
    with acting(officer):
        payees = sorted({each.payee for each in facts(monday - 2 * FORTNIGHT, monday + FORTNIGHT)})
        BankDetail.objects.bulk_create(
            _account(payee, number, officer, by)
            for number, payee in enumerate(payees)
            if number % WITHOUT_AN_ACCOUNT != WITHOUT_AN_ACCOUNT - 1
        )


def _account(payee: UUID, number: int, officer: Actor, by: Actor) -> BankDetail:
    row, ends = uuid5(payee, "account"), f"{number % 10_000:04d}"
    return BankDetail(
        id=row, person_id=payee, sealed=seal_bank(row, "A carer", "000000", f"0000{ends}"), ends_with=ends,
        state=BankState.AGREED, checked_by=officer.id, checked_at=timezone.now(), recorded_by=by.id,
        how_checked="Rang them on the number that we knew.", source=Source.DEMO,
    )  # fmt: skip


def _handed_over(officer: Actor, first: date) -> UUID | None:
    with acting(officer):
        if not facts(first, first + FORTNIGHT):
            return None
        return hand_over_run(by=officer, first=first, until=first + FORTNIGHT, pay_on=first + FORTNIGHT)


def _too_much(officer: Actor, director: Actor) -> None:
    """Rates put right found too much paid: one carer is told in words, and of another it is let be."""
    with acting(officer):
        found = list(
            Overpayment.objects.filter(state=OverpaidState.FOUND)
            .order_by("pence", "id")
            .values_list("id", flat=True)
        )
        if found:
            tell_overpaid(
                by=officer, overpayment=found[0],
                words="Our rates for this age were £2 a week too high for two weeks. That was our mistake, not yours.",
            )  # fmt: skip
    if len(found) > 1:
        with acting(director):
            let_be(by=director, overpayment=found[1], because="It was our mistake, and it is a small sum.")


def _questions(carer: Actor, officer: Actor) -> None:
    with acting(officer):
        me = (
            DoorAccess.objects.filter(account_id=carer.id, capacity=Capacity.SELF)
            .values_list("person_id", flat=True)
            .first()
        )
    if me is None:
        return
    with acting(carer):
        ask(by=carer, person=me, words="Why is there something extra this time?")
    with acting(officer):
        asked = PaymentQuestion.objects.get(person=me)
        rest = "Our rate for ages five to ten was £3.50 a week too low. You get the rest for both."
        answer(by=officer, question=asked.id, words=rest)
    with acting(carer):
        ask(by=carer, person=me, words="Does it go up when Alfie turns eleven?")
