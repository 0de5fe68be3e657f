"""On the way to the family's door, on the way out and where nothing is, no tab or heading names Kith."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test import Client

from kith.access.models import Account
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database


@pytest.fixture
def young() -> Account:
    account = make.account("young_person")
    make.door(account, make.person("Ada"))
    return account


def is_quiet(answer: HttpResponse) -> None:
    page = BeautifulSoup(answer.content, "html.parser")
    assert page.title is not None
    assert page.title.get_text(strip=True) == "My page"
    said = page.get_text(" ")
    assert "Kith" not in said
    for always in ("Exit this page", "999", "0800 1111"):
        assert always in said
    icon = page.select_one('link[rel="icon"]')
    assert icon is not None
    assert "quiet" in str(icon["href"])


def test_sign_in_on_the_way_to_the_familys_door_says_nothing_of_kith() -> None:
    way = Client().get("/my/")
    is_quiet(Client().get(way["Location"]))


def test_nor_does_it_when_the_password_was_wrong() -> None:
    is_quiet(Client().post("/sign-in", {"login": "nobody", "password": "wrong", "next": "/my/"}))


def test_a_family_signs_out_to_a_quiet_page(young: Account) -> None:
    client = signed_in(young)
    is_quiet(client.get(client.post("/sign-out")["Location"]))


def test_staff_sign_out_to_kith() -> None:
    client = signed_in(make.account("lead"))
    answer = client.get(client.post("/sign-out")["Location"])
    assert "<title>Sign in - Kith</title>" in answer.content.decode()


def test_where_nothing_is_a_family_can_still_leave_and_ring(young: Account) -> None:
    found = signed_in(young).get("/my/nothing/")
    assert found.status_code == 404
    is_quiet(found)
    assert signed_in(young).get("/my/story/00000000-0000-4000-8000-000000000000/").content == found.content
    assert Client().get("/my/nothing/").content == found.content


def test_numbers_can_be_tapped_on_every_page_of_the_family(young: Account) -> None:
    for address in ("/my/", "/my/words/", "/my/advice/", "/my/complain/", "/my/looked/", "/my/story/"):
        links = {
            str(each["href"])
            for each in BeautifulSoup(signed_in(young).get(address).content, "html.parser").select(
                'a[href^="tel:"]'
            )
        }
        assert {"tel:999", "tel:08001111"} <= links, address
    advice = signed_in(young).get("/my/advice/").content.decode()
    assert 'href="tel:08082000247"' in advice
