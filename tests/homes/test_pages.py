"""The pages of homes: what they say, to whom, and what they keep back."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test import Client

from kith.access.models import Account
from kith.bench.counting import Queries
from kith.homes import actions
from kith.homes.models import Choice, Enquiry, Home, Price
from tests.homes import register
from tests.homes.finding import Finding, born, today
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
MOST = 20


class Pages(Finding):
    """Ada looks for a home with her brother among our own carers; two homes have room, one in no register."""

    def __init__(self) -> None:
        super().__init__(make.person("Ada", born=born(9, -40)), make.person("Ben", born=born(7, -9)))
        self.good = register.a_home(name="The Lindens", places=3, skills=["siblings"])
        self.bad = register.a_home("residential", name="Flat 9", lawful=False)
        Price.objects.using(make.OWNER).create(
            home=self.good, pounds_a_week=777, in_contract=False, starts_on=register.LONG_AGO
        )
        self.one = self.looks()
        self.looks(self.children[1], together_with=self.child.id)
        self.base = f"/people/{self.child.id}/find-a-home/"

    def reads(self, address: str, by: Account | None = None) -> str:
        answer = signed_in(by or self.worker).get(address)
        assert answer.status_code == 200, (address, answer.status_code)
        return words_of(answer)

    def sends(self, address: str, told: dict[str, Any], by: Account | None = None) -> Any:
        return signed_in(by or self.worker).post(address, told)


@pytest.fixture
def pages(kith_database: None) -> Pages:
    return Pages()


def test_the_register_says_first_where_no_child_may_live(pages: Pages) -> None:
    page = pages.reads("/homes/")
    assert page.index("Nobody may live here: not registered with Ofsted") < page.index("The Lindens")
    assert "Flat 9" not in pages.reads("/homes/?kind=foster")
    assert "The Lindens" not in pages.reads("/homes/?q=flat")
    assert "No child may live here today" in pages.reads(f"/homes/{pages.bad.id}/")


def test_what_it_costs_is_read_by_those_who_buy_and_after_the_needs(pages: Pages) -> None:
    assert "777" not in pages.reads(f"/homes/{pages.good.id}/")
    assert "777" in pages.reads(f"/homes/{pages.good.id}/", pages.manager)
    pages.among(pages.one, "2_own")
    choice = pages.lists(pages.one, pages.good)
    before = pages.reads(f"{pages.base}{choice}/", pages.manager)
    assert "777" not in before
    assert "shown once the needs are in order" in before
    pages.does(actions.rank_needs, search=pages.one, needs=["Sleep"])
    assert "777" in pages.reads(f"{pages.base}{choice}/", pages.manager)
    assert "777" in pages.reads(pages.base, pages.manager)
    assert "777" not in pages.reads(f"{pages.base}{choice}/", pages.worker)


def test_homes_stand_by_number_with_each_line_until_one_is_listed(pages: Pages) -> None:
    pages.among(pages.one, "2_own")
    page = pages.reads(f"{pages.base}homes/")
    assert pages.good.reference in page
    assert "The Lindens" not in page
    assert "All 2 brothers and sisters can come." in page
    assert "£" not in page
    sent = pages.sends(f"{pages.base}homes/{pages.good.id}/", {"why": "They can stay together."})
    assert sent.status_code == 302
    assert "The Lindens" in pages.reads(pages.base)


def test_a_home_that_the_law_refuses_comes_back_with_the_reason_and_all_that_was_typed(pages: Pages) -> None:
    pages.does(actions.rank_needs, search=pages.one, needs=["Sleep"])
    pages.among(pages.one, "5_home")
    answer = pages.sends(f"{pages.base}homes/{pages.bad.id}/", {"why": "Nobody else answered."})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "It is not registered with Ofsted." in page
    assert "Nobody else answered." in page
    assert not Choice.objects.using(make.OWNER).exists()


def test_who_waits_is_shown_without_a_name(pages: Pages) -> None:
    page = pages.reads("/homes/waiting/")
    assert "Brothers and sisters" in page
    assert "girl of 9" not in page
    assert "child of 9" in page
    assert "Ada" not in page
    assert "Ben" not in page


def test_all_at_once_keeps_them_together_and_says_that_it_is_advice(pages: Pages) -> None:
    page = pages.reads("/homes/all-at-once/")
    assert "Advice only: a person decides." in page
    assert "No better answer exists." in page
    assert page.count(f"Home {pages.good.reference}") == 2


def test_the_road_to_fostering_is_walked_on_pages(pages: Pages) -> None:
    pages.sends(
        "/homes/carers/ask/", {"name": "Noor and Tom", "on_day": "1", "on_month": "2", "on_year": "2026"}
    )
    asked = Enquiry.objects.using(make.OWNER).get()
    assert "Noor and Tom" in pages.reads("/homes/carers/")
    told = {"stage": "applied", "on_day": "1", "on_month": "3", "on_year": "2026"}
    assert pages.sends(f"/homes/carers/{asked.id}/", told).status_code == 302
    back = pages.sends(f"/homes/carers/{asked.id}/", told)
    assert "passed this stage already" in back.content.decode()


def test_a_home_is_added_registered_and_opened_on_pages(pages: Pages) -> None:
    run_by = register.provider("Harbour Homes", "private")
    day = {"opened_on_day": "1", "opened_on_month": "2", "opened_on_year": "2026"}
    told = {"kind": "residential", "name": "Harbour View", "provider": str(run_by.id), "places": "4"} | day
    assert pages.sends("/homes/add/", told).status_code == 302
    made = Home.objects.using(make.OWNER).get(name="Harbour View")
    assert "not registered" in pages.reads(f"/homes/{made.id}/")
    terms = {"urn": "SC990777", "places": "4", "age_from": "10", "age_to": "17", "sex": ""}
    start = {"starts_on_day": "1", "starts_on_month": "2", "starts_on_year": "2026"}
    assert pages.sends(f"/homes/{made.id}/registration/", terms | start).status_code == 302
    assert "ages 10 to 17" in pages.reads(f"/homes/{made.id}/")
    assert pages.sends(f"/homes/{made.id}/approval/", {}).status_code == 404, "a manager decides"


def asked_for(client: Client, address: str) -> int:
    client.get(address)
    queries = Queries()
    with connection.execute_wrapper(queries):
        assert client.get(address).status_code == 200
    return queries.count


def test_every_page_asks_little(pages: Pages) -> None:
    pages.does(actions.rank_needs, search=pages.one, needs=["Sleep", "School"])
    pages.among(pages.one, "2_own")
    choice = pages.lists(pages.one, pages.good)
    pages.hears(choice)
    client = signed_in(pages.manager)
    every = (
        "/homes/", "/homes/waiting/", "/homes/all-at-once/", "/homes/money/", "/homes/carers/",
        f"/homes/{pages.good.id}/", pages.base, f"{pages.base}homes/", f"{pages.base}{choice}/",
        f"{pages.base}{choice}/need/", f"{pages.base}homes/{pages.good.id}/",
    )  # fmt: skip
    assert {address: count for address in every if (count := asked_for(client, address)) > MOST} == {}


def test_what_was_bought_counts_places_and_says_what_had_no_contract(pages: Pages) -> None:
    pages.among(pages.one, "2_own")
    choice = pages.lists(pages.one, pages.good)
    pages.hears(choice)
    pages.agrees(choice)
    director = make.account("director")
    page = pages.reads("/homes/money/", director)
    assert "1 places, £777 a week, 100 in 100 of the money" in page
    assert Choice.objects.using(make.OWNER).get().on == today()
