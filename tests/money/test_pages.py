"""The pages of money: what each says, to whom, and what they never say."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest
from bs4 import BeautifulSoup
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.access.models import Account
from kith.core.acting import acting
from kith.design.dates import today
from kith.money.actions.asking import tell_overpaid
from kith.money.models import BankDetail, Overpayment, PaymentLine, PaymentQuestion, PaymentRun
from kith.money.queries.mine import my_money
from kith.money.queries.working_out import next_period
from kith.money.references import payee_reference
from tests.language.latin import english_on
from tests.money.paying import BANDS, MONDAY, WEEKS, Paying
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture
def paying(kith_database: None) -> Paying:
    return Paying()


def three(name: str, day: date) -> dict[str, str]:
    return {f"{name}_day": str(day.day), f"{name}_month": str(day.month), f"{name}_year": str(day.year)}


def test_a_run_goes_from_hand_to_hand_on_pages(paying: Paying) -> None:
    officer, director = signed_in(paying.officer), signed_in(paying.director)
    sent = three("first", MONDAY) | three("last", WEEKS - timedelta(days=1)) | three("pay_on", WEEKS)
    unseen = officer.post("/money/runs/new/", sent)
    assert "Look at it, then hand it over." in words_of(unseen)
    before = officer.post("/money/runs/new/", sent | {"step": "look"})
    assert "£800.20 to 1 carer, 2 lines" in words_of(before)
    assert not PaymentRun.objects.using(make.OWNER).exists()
    shown = BeautifulSoup(before.content, "html.parser").find("input", {"name": "shown"})["value"]  # type: ignore[index]
    assert officer.post("/money/runs/new/", sent | {"shown": shown}).status_code == 302
    run = PaymentRun.objects.using(make.OWNER).get()
    page = f"/money/runs/{run.id}/"
    assert officer.get(f"{page}answer/").status_code == 404
    assert director.get(f"{page}payments.csv").status_code == 404
    assert director.post(f"{page}answer/", {"agree": "yes"}).status_code == 302
    assert "Answered by Director" in words_of(director.get(page))
    assert officer.get(f"{page}payments.csv").status_code == 404
    assert officer.post(f"{page}export/").status_code == 302
    body = officer.get(f"{page}payments.csv")
    assert body["Content-Type"] == "text/csv; charset=utf-8"
    assert body.content == officer.get(f"{page}payments.csv").content
    assert director.get(f"{page}accounts.csv").status_code == 404
    wrong = officer.post(f"{page}results/", {"file": SimpleUploadedFile("x.csv", b"\xff\xfe,")})
    assert "The first row has to be: run,payee,pence,on,outcome" in words_of(wrong)


def test_a_run_sent_back_says_why_to_whoever_prepared_it(paying: Paying) -> None:
    run = paying.hands_over()
    director = signed_in(paying.director)
    refused = director.post(f"/money/runs/{run}/answer/", {"agree": "no", "because": ""})
    assert "Say why you send it back." in words_of(refused)
    director.post(f"/money/runs/{run}/answer/", {"agree": "no", "because": "Evie moved."})
    assert "Evie moved." in words_of(signed_in(paying.officer).get(f"/money/runs/{run}/"))


def test_no_page_of_who_pays_names_a_carer_or_a_child_or_a_whole_account(paying: Paying) -> None:
    run = paying.pays()
    officer = signed_in(paying.officer)
    for address in ("/money/", f"/money/runs/{run}/", f"/money/payees/{paying.nan.id}/", "/money/rates/"):
        page = words_of(officer.get(address))
        for word in ("Thorn", "Alfie", "Evie", "12345678", "010203"):
            assert word not in page
    assert "ends in 5678" in words_of(officer.get(f"/money/payees/{paying.nan.id}/"))


def test_a_carer_reads_each_line_and_why(paying: Paying) -> None:
    make.door(paying.carer, paying.alfie, "carer")
    paying.pays()
    page = words_of(signed_in(paying.carer).get("/my/money/"))
    assert (
        "Alfie Thorn £400.10 14 nights, 2 November 2026 to 15 November 2026. £200.05 a week at age 8." in page
    )
    assert "A child who lived with you £400.10" in page
    assert "Into the account that ends in 5678." in page
    assert "12345678" not in page
    assert "Fostering allowance, family and friends" in page


def test_what_comes_next_says_the_birthday_that_changes_it(paying: Paying) -> None:
    first, _until = next_period(None, today())
    turns = first + timedelta(days=9)
    day = 28 if (turns.month, turns.day) == (2, 29) else turns.day
    tess = make.person("Tess", "Thorn", born=date(turns.year - 11, turns.month, day))
    paying.lives(tess, paying.nan)
    with acting(make.actor(paying.carer)):
        coming = my_money(paying.carer.id, today()).coming
    assert coming is not None
    ages = {(line.age, line.weekly) for line in coming.lines}
    assert {(10, "£200.05"), (11, "£227.00")} <= ages


def test_a_question_has_a_day_and_gets_its_answer(paying: Paying) -> None:
    carer, officer = signed_in(paying.carer), signed_in(paying.officer)
    assert "Write what you want to know." in words_of(carer.post("/my/money/ask/", {"words": " "}))
    carer.post("/my/money/ask/", {"words": "Why is it less?"})
    kept = PaymentQuestion.objects.using(make.OWNER).get()
    assert "Why is it less?" in words_of(officer.get("/money/"))
    officer.post(f"/money/questions/{kept.id}/", {"words": "Evie turned five, so it is more."})
    page = words_of(carer.get("/my/money/"))
    assert "We answered: Evie turned five, so it is more." in page


def test_another_account_waits_for_the_second_check(paying: Paying) -> None:
    carer, officer = signed_in(paying.carer), signed_in(paying.officer)
    wrong = carer.post("/my/money/account/", {"name": "M Thorn", "sort_code": "12", "number": "00001111"})
    assert "A sort code has six digits" in words_of(wrong)
    assert b"M Thorn" in wrong.content
    carer.post("/my/money/account/", {"name": "M Thorn", "sort_code": "09-09-09", "number": "00001111"})
    assert "ends in 1111 waits until we have checked" in words_of(carer.get("/my/money/"))
    kept = BankDetail.objects.using(make.OWNER).get(state="waiting")
    told = {"agreed": "yes", "how": "Rang her on the number we had."}
    assert officer.post(f"/money/accounts/{kept.id}/", told).status_code == 302
    assert "Into the account that ends in 1111." in words_of(carer.get("/my/money/"))


def test_too_much_is_told_asked_and_agreed_on_their_own_door(paying: Paying) -> None:
    paying.pays()
    paying.ends(paying.evie, WEEKS - timedelta(days=7))
    paying.pays(WEEKS, WEEKS + timedelta(days=14))
    found = Overpayment.objects.using(make.OWNER).get()
    carer = signed_in(paying.carer)
    assert carer.get(f"/my/money/too-much/{found.id}/").status_code == 404
    paying.does(tell_overpaid, paying.officer, overpayment=found.id, words="We heard late that she moved.")
    assert "We paid you £200.05 too much" in words_of(carer.get("/my/money/"))
    wrong = carer.post(f"/my/money/too-much/{found.id}/", {"each_time": "ten"})
    assert "Enter an amount of money" in words_of(wrong)
    carer.post(f"/my/money/too-much/{found.id}/", {"words": "A little.", "each_time": "10"})
    assert "You agreed that £10.00 comes off each payment. £200.05 is left." in words_of(
        carer.get("/my/money/")
    )


@pytest.mark.parametrize("role", ["parent", "young_person"])
def test_nobody_else_behind_a_door_finds_a_page_of_money(paying: Paying, role: str) -> None:
    paying.pays()
    other = make.account(role)
    make.door(other, make.person("Jodie", "Thorn", born=date(1995, 1, 1)))
    for child in (paying.alfie, paying.evie):
        make.door(other, child, "parent")
    for address in ("", "ask/", "account/"):
        assert signed_in(other).get(f"/my/money/{address}").status_code == 404
    with acting(make.actor(other)):
        assert not PaymentLine.objects.exists()
        assert not BankDetail.objects.exists()


def test_another_carer_reads_nothing_of_it(paying: Paying) -> None:
    paying.pays()
    other = make.account("carer")
    make.door(other, make.person("Ted", "Thorn", born=date(1960, 1, 1)))
    make.door(other, paying.alfie, "carer")
    page = words_of(signed_in(other).get("/my/money/"))
    assert "We do not pay you for a child now." in page
    assert "400.10" not in page


def test_their_worker_reads_what_is_paid_and_a_stranger_nothing(paying: Paying) -> None:
    paying.pays()
    lead = make.account("lead")
    make.involved(lead, paying.nan)
    page = words_of(signed_in(lead).get(f"/people/{paying.nan.id}/money/"))
    assert payee_reference(paying.nan.id) in page
    assert "£400.10" in page
    assert "12345678" not in page
    with acting(make.actor(make.account("lead"))):
        assert not PaymentLine.objects.exists()


def test_seen_as_the_carer_will_see_it_but_for_the_account(paying: Paying) -> None:
    paying.pays()
    lead, other = make.account("lead"), make.account("lead")
    make.involved(lead, paying.nan)
    make.involved(other, paying.alfie)
    address = f"/people/{paying.nan.id}/see-as/{paying.carer.id}/money/"
    page = words_of(signed_in(lead).get(address))
    assert "£400.10" in page
    assert "Alfie" not in page, "the child is not open to this worker"
    assert "Into the account" not in page
    assert "£400.10" not in words_of(signed_in(other).get(address))


def statements(account: Account, address: str) -> int:
    client = signed_in(account)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)


def test_pages_ask_little(paying: Paying) -> None:
    run = paying.pays()
    paying.ends(paying.evie, WEEKS - timedelta(days=7))
    paying.pays(WEEKS, WEEKS + timedelta(days=14))
    lead = make.account("lead")
    make.involved(lead, paying.nan)
    pages: list[tuple[Account, str]] = [
        (paying.carer, "/my/money/"),
        (paying.officer, "/money/"),
        (paying.officer, f"/money/runs/{run}/"),
        (paying.officer, "/money/runs/new/"),
        (paying.officer, f"/money/payees/{paying.nan.id}/"),
        (lead, f"/people/{paying.nan.id}/money/"),
        (lead, f"/people/{paying.nan.id}/see-as/{paying.carer.id}/money/"),
    ]
    asked = {address: statements(account, address) for account, address in pages}
    assert max(asked.values()) <= 20, asked


def test_rates_are_set_on_a_page_and_a_wrong_line_is_named(paying: Paying) -> None:
    officer = signed_in(paying.officer)
    told = {
        "kind": "fostering",
        "name": "2027-28",
        "published": "Our page.",
        **three("from_on", date(2027, 4, 5)),
    }
    wrong = officer.post("/money/rates/new/", told | {"bands": "0: 180.00\nfive: 210"})
    assert "Line 2: write an age and pounds, like 5: 200.05" in words_of(wrong)
    assert b"five: 210" in wrong.content
    assert officer.post("/money/rates/new/", told | {"bands": "0: 180.00\n5: 210"}).status_code == 302
    assert "From age 5: £210.00 a week" in words_of(officer.get("/money/rates/"))


def test_ids_of_others_answer_as_none(paying: Paying) -> None:
    officer = signed_in(paying.officer)
    nobody = UUID(int=7)
    for address in (
        "runs/{}/",
        "payees/{}/",
        "accounts/{}/",
        "questions/{}/",
        "too-much/{}/tell/",
        "holds/{}/end/",
    ):
        assert officer.get(f"/money/{address.format(nobody)}").status_code == 404
    assert BANDS[5] == 200_05


def test_the_carers_pages_are_in_arabic_once_chosen(paying: Paying) -> None:
    make.door(paying.carer, paying.alfie, "carer")
    paying.pays()
    paying.ends(paying.evie, WEEKS - timedelta(days=7))
    paying.pays(WEEKS, WEEKS + timedelta(days=14))
    found = Overpayment.objects.using(make.OWNER).get()
    paying.does(tell_overpaid, paying.officer, overpayment=found.id, words="سمعنا متأخرين.")
    carer = signed_in(paying.carer)
    carer.post("/language", {"language": "ar", "back": "/my/"})
    for address in ("", "ask/", "account/", f"too-much/{found.id}/"):
        assert english_on(carer.get(f"/my/money/{address}").content) == []
    wrong = carer.post("/my/money/account/", {"name": "", "sort_code": "1", "number": ""})
    assert english_on(wrong.content) == []
