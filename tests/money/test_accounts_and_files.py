"""Accounts that take two, files of the finance system that are read once, and rates."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.money.actions.people import check_bank_details, give_bank_details
from kith.money.actions.rates import set_rates
from kith.money.actions.results import TakenIn, take_in_results
from kith.money.exporting import payment_file
from kith.money.models import BankDetail, PaymentLine, PaymentRun
from kith.money.references import payee_reference
from tests.money.paying import MONDAY, WEEKS, Paying
from tests.support import make

pytestmark = pytest.mark.database
TWO_WEEKS = timedelta(days=14)


@pytest.fixture
def paying(kith_database: None) -> Paying:
    return Paying()


def lines_of(run: UUID) -> list[tuple[str, str, int, str]]:
    rows = (
        PaymentLine.objects.using(make.OWNER)
        .filter(run=run)
        .select_related("child")
        .order_by("pence", "nights")
    )
    return [(e.what, str(e.nights and e.nights.lower), e.pence, e.held) for e in rows]


def file_of(paying: Paying, run: UUID) -> bytes:
    with acting(make.actor(paying.officer)):
        return payment_file(PaymentRun.objects.get(id=run))


def test_an_account_takes_two_and_one_that_waits_pays_nobody(paying: Paying) -> None:
    paying.does(
        give_bank_details,
        paying.carer,
        person=paying.nan.id,
        name="M Thorn",
        sort_code="09 09 09",
        number="00001111",
    )
    with pytest.raises(CannotBeError, match="waits to be checked"):
        paying.does(
            give_bank_details,
            paying.carer,
            person=paying.nan.id,
            name="M",
            sort_code="090909",
            number="00002222",
        )
    run = paying.pays()
    assert b",5678\r\n" in file_of(paying, run)
    waiting = BankDetail.objects.using(make.OWNER).get(state="waiting")
    paying.does(check_bank_details, paying.officer, bank=waiting.id, agreed=True, how="Rang her.")
    assert b",1111\r\n" in file_of(paying, paying.pays(WEEKS, WEEKS + TWO_WEEKS))
    assert b",5678\r\n" in file_of(paying, run)


def test_whoever_gave_an_account_does_not_check_it(paying: Paying) -> None:
    bank = paying.does(
        give_bank_details,
        paying.officer,
        person=paying.nan.id,
        name="M",
        sort_code="090909",
        number="00001111",
    )
    with pytest.raises(NotPermittedError, match="another has to check"):
        paying.does(check_bank_details, paying.officer, bank=bank, agreed=True, how="Myself.")


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"name": " "}, "name"),
        ({"sort_code": "1234"}, "sort_code"),
        ({"sort_code": "١٢٣٤٥٦"}, "sort_code"),
        ({"number": "123"}, "number"),
    ],
)
def test_what_is_no_account_is_refused_by_its_field(
    paying: Paying, facts: dict[str, str], field: str
) -> None:
    told = {"name": "M Thorn", "sort_code": "010203", "number": "12345678"} | facts
    with pytest.raises(CannotBeError) as refused:
        paying.does(give_bank_details, paying.carer, person=paying.nan.id, **told)
    assert refused.value.field == field


def results(
    paying: Paying, run: UUID, outcome: str = "paid", pence: int | None = None, total: str = ""
) -> str:
    due = PaymentRun.objects.using(make.OWNER).get(id=run).total_pence if pence is None else pence
    head = "run,payee,pence,on,outcome"
    return f"{head}\r\n{run},{payee_reference(paying.nan.id)},{due},2026-11-20,{outcome}\r\nT,1,{total or due}\r\n"


def test_a_file_that_is_read_again_changes_nothing(paying: Paying) -> None:
    run = paying.pays()
    text = results(paying, run)
    assert paying.does(take_in_results, paying.officer, run=run, text=text) == TakenIn(1, 0)
    assert paying.does(take_in_results, paying.officer, run=run, text=text) == TakenIn(0, 1)


def test_what_came_back_is_paid_again_by_the_next_run(paying: Paying) -> None:
    run = paying.pays()
    paying.does(take_in_results, paying.officer, run=run, text=results(paying, run, "returned"))
    made = lines_of(paying.pays(WEEKS, WEEKS + TWO_WEEKS))
    assert sorted(each[0] for each in made) == ["arrears", "arrears", "regular", "regular"]


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda text: text.replace("T,1,", "T,2,"), "totals differ"),
        (lambda text: text.split("T,1")[0], "may be cut off"),
        (lambda text: text.replace("outcome", "what", 1), "first row has to be"),
        (lambda text: text.replace(",paid", ",gone"), "outcome has to be paid or returned"),
        (lambda text: text.replace("2026-11-20", "20/11/2026"), "on has to be a day"),
        (lambda text: text.replace(",P", ",Q"), "is not paid by this run"),
        (lambda text: "", "first row has to be"),
    ],
)
def test_a_file_that_is_wrong_is_refused_whole(paying: Paying, change: object, says: str) -> None:
    run = paying.pays()
    with pytest.raises(CannotBeError, match=says):
        paying.does(take_in_results, paying.officer, run=run, text=change(results(paying, run)))  # type: ignore[operator]


@pytest.mark.parametrize(
    ("bands", "says"),
    [
        ({5: 100}, "begin at birth"),
        ({0: 100, 18: 100}, "from 0 to 17"),
        ({0: 0}, "pays nothing"),
        ({}, "begin at birth"),
    ],
)
def test_rates_that_leave_an_age_out_are_refused(paying: Paying, bands: dict[int, int], says: str) -> None:
    with pytest.raises(CannotBeError, match=says):
        paying.does(
            set_rates, paying.officer, kind="fostering", name="x", from_on=MONDAY, published="y", bands=bands
        )
