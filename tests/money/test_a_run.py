"""A payment run: worked out, agreed to by a second person, exported once and the same, and put right afterwards."""

from __future__ import annotations

import csv
import hashlib
from datetime import date, timedelta
from uuid import UUID

import pytest

from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.money.actions.asking import answer_overpaid, let_be, tell_overpaid
from kith.money.actions.people import end_hold, hold, not_paid
from kith.money.actions.rates import set_rates
from kith.money.actions.running import approve_run, export_run, hand_over_run, send_back_run
from kith.money.exporting import accounts_file, payment_file
from kith.money.models import BankDetail, Overpayment, PaymentLine, PaymentRun
from kith.money.references import child_reference, payee_reference
from tests.money.paying import BANDS, MONDAY, WEEKS, Paying
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


def test_two_children_are_paid_for_by_their_ages_and_the_file_says_so(paying: Paying) -> None:
    run = paying.pays()
    kept = PaymentRun.objects.using(make.OWNER).get(id=run)
    total = 2 * BANDS[5] * 2  # eight and five years old: one band, two weeks, two children
    assert (kept.lines_count, kept.payees_count, kept.total_pence, kept.held_count) == (2, 1, total, 0)
    body = file_of(paying, run)
    rows = list(csv.reader(body.decode().splitlines()))
    assert [row[0] for row in rows] == ["H", "P", "L", "L", "T"]
    assert rows[1] == ["P", payee_reference(paying.nan.id), str(total), "2", "5678"]
    assert {row[2] for row in rows[2:4]} == {child_reference(each.id) for each in (paying.alfie, paying.evie)}
    before = body[: body.rindex(b"T,")]
    assert rows[-1][1:] == ["1", "2", str(total), hashlib.sha256(before).hexdigest()]


def test_the_file_holds_no_name_and_no_number_of_an_account_and_is_the_same_again(paying: Paying) -> None:
    run = paying.pays()
    body = file_of(paying, run)
    for word in (
        b"Thorn",
        b"Alfie",
        b"Evie",
        b"Maureen",
        b"12345678",
        b"010203",
        str(paying.alfie.id).encode(),
    ):
        assert word not in body
    paying.does(export_run, paying.officer, run=run)
    assert file_of(paying, run) == body
    with acting(make.actor(paying.officer)):
        accounts = accounts_file(PaymentRun.objects.get(id=run)).decode()
    assert accounts.splitlines()[1] == f"{payee_reference(paying.nan.id)},M Thorn,010203,12345678"


def test_the_database_never_sees_a_number(paying: Paying) -> None:
    kept = BankDetail.objects.using(make.OWNER).get()
    assert b"12345678" not in bytes(kept.sealed)
    assert b"Thorn" not in bytes(kept.sealed)
    assert kept.ends_with == "5678"


def test_nobody_agrees_to_their_own_run(paying: Paying) -> None:
    run = paying.hands_over()
    with pytest.raises(NotPermittedError, match="Somebody else has to answer"):
        paying.does(approve_run, paying.officer, run=run)
    with acting(make.actor(paying.officer)):
        changed = PaymentRun.objects.filter(id=run).update(state="approved", answered_by=paying.director.id)
    assert changed == 0
    assert PaymentRun.objects.using(make.OWNER).get(id=run).state == "ready"
    paying.does(approve_run, paying.second, run=run)


def test_what_changed_after_it_was_prepared_is_not_agreed_to_unseen(paying: Paying) -> None:
    run = paying.hands_over()
    paying.ends(paying.evie, MONDAY + timedelta(days=3))
    with pytest.raises(CannotBeError, match="changed since it was prepared"):
        paying.does(approve_run, paying.director, run=run)
    paying.does(send_back_run, paying.director, run=run, because="Evie moved.")
    again = paying.pays()
    assert [each[2] for each in lines_of(again)] == [BANDS[5] * 3 // 7, 2 * BANDS[5]]


def test_totals_that_differ_are_refused(paying: Paying) -> None:
    run = paying.hands_over()
    paying.does(approve_run, paying.director, run=run)
    PaymentLine.objects.using(make.OWNER).filter(run=run, child=paying.evie).update(pence=999_999)
    with pytest.raises(CannotBeError, match="do not add up"):
        paying.does(export_run, paying.officer, run=run)
    assert PaymentRun.objects.using(make.OWNER).get(id=run).state == "approved"


def test_no_night_is_paid_for_twice_and_no_two_runs_wait(paying: Paying) -> None:
    paying.hands_over()
    with pytest.raises(CannotBeError, match="Another run still waits"):
        paying.hands_over(WEEKS, WEEKS + TWO_WEEKS)
    run = PaymentRun.objects.using(make.OWNER).get().id
    paying.does(approve_run, paying.director, run=run)
    with pytest.raises(CannotBeError, match="paid for by another run"):
        paying.hands_over(WEEKS - timedelta(days=1), WEEKS + TWO_WEEKS)


@pytest.mark.parametrize(
    ("first", "until", "says"),
    [
        (MONDAY, MONDAY, "cannot come before"),
        (MONDAY, MONDAY + timedelta(days=90), "two months at most"),
        (date(2019, 1, 1), date(2019, 1, 15), "Nothing is to be paid"),
    ],
)
def test_a_period_that_cannot_be_is_refused(paying: Paying, first: date, until: date, says: str) -> None:
    with pytest.raises(CannotBeError, match=says):
        paying.hands_over(first, until)


def test_a_changed_home_changes_the_payment_the_same_day(paying: Paying) -> None:
    aunt = make.person("Bea", "Thorn", born=date(1980, 1, 1))
    paying.banked(aunt, "87654321")
    move = MONDAY + timedelta(days=4)
    paying.ends(paying.evie, move)
    paying.lives(paying.evie, aunt, move)
    run = paying.pays()
    rows = PaymentLine.objects.using(make.OWNER).filter(run=run, child=paying.evie)
    assert {(e.payee_id, e.nights.lower, e.nights.upper) for e in rows} == {
        (paying.nan.id, MONDAY, move), (aunt.id, move, WEEKS),
    }  # fmt: skip
    assert sum(each.pence for each in rows) == 2 * BANDS[5]


def test_a_move_that_was_not_known_is_arrears_for_one_and_too_much_for_the_other_and_nothing_is_taken_back(
    paying: Paying,
) -> None:
    aunt = make.person("Bea", "Thorn", born=date(1980, 1, 1))
    paying.banked(aunt, "87654321")
    paying.pays()
    move = WEEKS - timedelta(days=7)
    paying.ends(paying.evie, move)
    paying.lives(paying.evie, aunt, move)
    run = paying.pays(WEEKS, WEEKS + TWO_WEEKS)
    rows = PaymentLine.objects.using(make.OWNER).filter(run=run)
    assert {(e.payee_id, e.what, e.pence) for e in rows} == {
        (paying.nan.id, "regular", 2 * BANDS[5]), (paying.nan.id, "overpaid", -BANDS[5]),
        (aunt.id, "arrears", BANDS[5]), (aunt.id, "regular", 2 * BANDS[5]),
    }  # fmt: skip
    assert PaymentRun.objects.using(make.OWNER).get(id=run).total_pence == 5 * BANDS[5]
    found = Overpayment.objects.using(make.OWNER).get()
    assert (found.person_id, found.pence, found.state) == (paying.nan.id, BANDS[5], "found")


def overpaid(paying: Paying) -> Overpayment:
    paying.pays()
    paying.ends(paying.evie, WEEKS - timedelta(days=7))
    paying.pays(WEEKS, WEEKS + TWO_WEEKS)
    return Overpayment.objects.using(make.OWNER).get()


def test_nothing_comes_off_before_they_were_told_and_agreed_how_much(paying: Paying) -> None:
    found = overpaid(paying)
    with pytest.raises(NotPermittedError):
        paying.does(
            answer_overpaid,
            paying.carer,
            overpayment=found.id,
            words="",
            hardship=False,
            each_time_pence=10_00,
        )
    paying.does(tell_overpaid, paying.officer, overpayment=found.id, words="We heard late that Evie moved.")
    day = WEEKS + TWO_WEEKS
    assert [each[0] for each in lines_of(paying.pays(day, day + TWO_WEEKS))] == ["regular"]
    paying.does(
        answer_overpaid,
        paying.carer,
        overpayment=found.id,
        words="£150 a time.",
        hardship=False,
        each_time_pence=150_00,
    )
    for expected in (-150_00, -(BANDS[5] - 150_00), None):
        day += TWO_WEEKS
        made = lines_of(paying.pays(day, day + TWO_WEEKS))
        assert next((each[2] for each in made if each[0] == "repayment"), None) == expected


def test_with_hardship_nothing_comes_off_and_it_can_be_let_be(paying: Paying) -> None:
    found = overpaid(paying)
    paying.does(tell_overpaid, paying.officer, overpayment=found.id, words="We heard late that Evie moved.")
    paying.does(
        answer_overpaid,
        paying.carer,
        overpayment=found.id,
        words="I cannot.",
        hardship=True,
        each_time_pence=10_00,
    )
    day = WEEKS + TWO_WEEKS
    assert [each[0] for each in lines_of(paying.pays(day, day + TWO_WEEKS))] == ["regular"]
    with pytest.raises(CannotBeError, match="Say why"):
        paying.does(let_be, paying.director, overpayment=found.id, because=" ")
    paying.does(let_be, paying.director, overpayment=found.id, because="It was our mistake.")


def test_nobody_else_answers_for_them(paying: Paying) -> None:
    found = overpaid(paying)
    paying.does(tell_overpaid, paying.officer, overpayment=found.id, words="We heard late.")
    other = make.account("carer")
    make.door(other, make.person("Somebody"))
    make.door(other, paying.alfie, "carer")
    with pytest.raises(NotPermittedError):
        paying.does(
            answer_overpaid, other, overpayment=found.id, words="", hardship=False, each_time_pence=10_00
        )


def test_nights_that_were_right_after_all_are_set_against_what_was_too_much(paying: Paying) -> None:
    overpaid(paying)
    paying.ends(paying.evie, WEEKS)
    day = WEEKS + TWO_WEEKS
    made = lines_of(paying.pays(day, day + TWO_WEEKS))
    assert [each[:1] + each[2:3] for each in made] == [
        ("repayment", -BANDS[5]), ("arrears", BANDS[5]), ("regular", 2 * BANDS[5]),
    ]  # fmt: skip


def test_rates_put_right_from_the_same_day_are_settled_by_the_next_run(paying: Paying) -> None:
    paying.pays()
    paying.does(set_rates, paying.officer, kind="fostering", name="2026-27, put right", from_on=date(2025, 4, 1),
                published="Made up.", bands=BANDS | {5: 210_05})  # fmt: skip
    made = lines_of(paying.pays(WEEKS, WEEKS + TWO_WEEKS))
    assert sorted(each[:1] + each[2:3] for each in made) == [
        ("arrears", 20_00), ("arrears", 20_00), ("regular", 420_10), ("regular", 420_10),
    ]  # fmt: skip


def test_what_waits_says_why_and_is_paid_when_it_ends(paying: Paying) -> None:
    held = paying.does(hold, paying.officer, person=paying.nan.id, reason="The school says that Evie moved.",
                       look_again_on=date(2030, 1, 1), child=paying.evie.id)  # fmt: skip
    made = lines_of(paying.pays())
    assert sorted(each[3] for each in made) == ["", "asked"]
    paying.does(end_hold, paying.officer, hold=held)
    made = lines_of(paying.pays(WEEKS, WEEKS + TWO_WEEKS))
    assert sorted(each[0] for each in made) == ["arrears", "regular", "regular"]


def test_without_an_account_it_waits_and_two_carers_of_one_home_are_a_question(paying: Paying) -> None:
    grandad = make.person("Ted", "Thorn", born=date(1960, 1, 1))
    tie = make.tied(paying.alfie, grandad, "foster_carer")
    assert tie is not None
    run = paying.hands_over()
    kept = PaymentLine.objects.using(make.OWNER).filter(run=run, child=paying.alfie)
    assert {each.held for each in kept} == {"two_carers"}
    paying.does(send_back_run, paying.director, run=run, because="Who of the two is paid?")
    paying.does(not_paid, paying.officer, person=grandad.id, because="Maureen is paid, Ted told us so.")
    assert {each[3] for each in lines_of(paying.pays())} == {""}


@pytest.mark.parametrize(
    "role", ["lead", "manager", "social_worker", "director", "returns", "admin", "carer", "parent"]
)
def test_nobody_else_prepares_a_run(paying: Paying, role: str) -> None:
    with pytest.raises(NotPermittedError):
        paying.does(hand_over_run, make.account(role), first=MONDAY, until=WEEKS, pay_on=WEEKS)
