"""The public's own site: what it leads to, what it says of itself, and that it gives nobody away."""

from __future__ import annotations

from datetime import date

import pytest
from bs4 import BeautifulSoup
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.design.navigation import public_site
from kith.law.pages.changes import changes
from kith.law.register import shipped
from tests.support.visit import words_of

pytestmark = pytest.mark.database
PAGES = ("/public/", "/public/figures/", "/public/law/", "/help/thresholds/")


def page(address: str) -> BeautifulSoup:
    answer = Client().get(address)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return BeautifulSoup(answer.content, "html.parser")


@pytest.mark.parametrize("address", PAGES)
def test_each_page_has_a_neutral_title_the_exit_and_the_way_to_the_others(address: str) -> None:
    found = page(address)
    assert found.title is not None
    assert found.title.get_text() == "Information"
    icon = found.find("link", rel="icon")
    assert icon is not None
    assert "quiet" in str(icon["href"])
    assert "Exit this page" in found.get_text()
    links = {a["href"] for a in found.select("nav.kith-site a")}
    assert {"/public/", "/public/figures/", "/public/law/", "/help/thresholds/", "/directory/"} <= links
    here = found.select("nav.kith-site a[aria-current]")
    assert [a["href"] for a in here] == [address]


def test_what_no_room_answers_is_left_out_of_the_way() -> None:
    for each in public_site():
        assert Client().get(each.href).status_code == 200, each.href


def test_the_law_to_come_is_that_of_the_register() -> None:
    words = words_of(Client().get("/public/law/"))
    today = changes(shipped(), date.today(), ())  # noqa: DTZ011 - the page's own day
    assert today.no_day
    for duty in today.no_day:
        assert duty.family_name in words
        assert duty.source.citation in words
    assert "you can ask us for what it says, but we do not have to do it yet" in words


def test_first_page_and_law_ask_the_database_nothing_of_their_own() -> None:
    for address in ("/public/", "/public/law/"):
        with CaptureQueriesContext(connection) as asked:
            Client().get(address)
        tables = [each["sql"] for each in asked.captured_queries if " FROM " in each["sql"].upper()]
        assert tables == [], address
        # A transaction, who acts in it, and its end.
        assert len(asked) == 4, address


def test_which_parts_there_are_is_asked_of_the_addresses_once(monkeypatch: pytest.MonkeyPatch) -> None:
    Client().get("/public/")

    def again(*_: object) -> None:
        raise AssertionError("Asked again.")

    monkeypatch.setattr("kith.design.navigation.resolve", again)
    assert Client().get("/public/").status_code == 200
    assert Client().get("/directory/").status_code == 200
