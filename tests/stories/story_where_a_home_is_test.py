"""Nobody wrote down where a foster home is, so a return cannot be sent. The worker does; the mother learns nothing."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

if TYPE_CHECKING:
    from kith.access.models import Account
    from kith.people.models import Person

pytestmark = pytest.mark.database
LACKING = "392a"


def the_rule_says() -> str:
    from kith.returns.checking.catalogue import every_rule

    return every_rule("ssda903")[LACKING].says


def mother_of(boy: Person) -> Account:
    mum = make.person("Mara", born=None)
    make.tied(boy, mum)
    account = make.account("parent")
    make.door(account, mum)
    make.door(account, boy, "parent")
    return account


def test_the_finding_leads_to_the_page_and_goes(sit: Sit, scripts: bool) -> None:
    from kith.care.models import Episode
    from tests.protection.test_enquiries import strip
    from tests.returns.findings.finding import check_all, codes, looked_after, run_queue, worker
    from tests.returns.written import written
    from tests.story.seen import signed_in

    boy = looked_after()
    Episode.objects.using(make.OWNER).filter(person=boy).update(legal_status="C2")
    account, mum = worker(boy), signed_in(mother_of(boy))
    check_all()
    before = strip(mum.get("/my/").content)
    desk = sit(account, scripts=scripts)
    desk.go("/")
    desk.follow("in the returns to put right")
    desk.follow(the_rule_says())
    desk.follow("Say where the home is")
    says_it_in_words_that_are_no_postcode(desk)
    says_it_again(desk)
    run_queue()
    desk.go(f"/people/{boy.id}/mend/")
    expect(desk.part("main .govuk-list").first).not_to_contain_text(the_rule_says())
    assert LACKING not in codes(boy)
    (row,) = written("ssda903")["Episodes"]
    assert (row["HOME_POST"], row["PL_POST"], row["URN"]) == ("KH1 1AD", "KH2 2AD", "1234567")
    assert strip(mum.get("/my/").content) == before
    finds_it_again_among_what_is_recorded(desk, boy, dt.date(2026, 5, 4))


def says_it_in_words_that_are_no_postcode(desk: Desk) -> None:
    desk.sees("Only those who may know where they live see this.")
    desk.write("Postcode of the home they came from", "kh1 1ad")
    desk.write("Postcode of the home they live in", "KH22A")
    desk.press("Save")
    desk.sees("It is recorded. The postcode of the home they live in has an unusual shape: check it.")
    expect(desk.page.get_by_label("Postcode of the home they came from")).to_have_value("KH1 1AD")


def says_it_again(desk: Desk) -> None:
    desk.write("Postcode of the home they live in", "kh22ad")
    desk.write("Number of the home or agency at Ofsted", "1234567")
    desk.press("Save")
    desk.sees("To put right in the returns")


def finds_it_again_among_what_is_recorded(desk: Desk, boy: Person, since: dt.date) -> None:
    desk.follow("Record for the returns")
    desk.follow("where the home is")
    desk.sees(f"The time looked after from {since:%A} {since.day} {since:%B %Y}")
    expect(desk.page.get_by_label("Number of the home or agency at Ofsted")).to_have_value("1234567")
