"""The public's pages in Arabic: chosen by one press, kept until the browser closes, gone with the exit."""

from __future__ import annotations

import os

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from playwright.sync_api import Browser

from kith.advice.demo.making import make_where_nobody_is
from tests.advice.browsing import site
from tests.advice.people import adviser, signed_in
from tests.advice.test_every_page import pages, values
from tests.design.browser import axe_finds
from tests.language.latin import english_on

__all__ = ["site"]
pytestmark = pytest.mark.database


def language_of(answer: object) -> tuple[str, str | None]:
    html = BeautifulSoup(answer.content, "lxml").html  # type: ignore[attr-defined]
    assert html is not None
    return str(html["lang"]), str(html["dir"]) if html.has_attr("dir") else None


def test_it_is_chosen_by_one_press_and_stays_until_the_browser_closes() -> None:
    client = Client()
    first = client.get("/")
    press = BeautifulSoup(first.content, "lxml").select_one("nav.kith-language a[lang=ar]")
    assert press is not None
    assert language_of(client.get("/" + str(press["href"]).lstrip("/"))) == ("ar", "rtl")
    cookie = client.cookies["words"]
    assert (cookie.value, cookie["max-age"], cookie["httponly"], cookie["samesite"]) == (
        "ar",
        "",
        True,
        "Lax",
    )
    assert language_of(client.get("/private/")) == ("ar", "rtl")
    assert language_of(client.get("/?language=en-gb")) == ("en-GB", None)
    assert language_of(client.get("/private/")) == ("en-GB", None)


def test_what_is_wrong_with_a_form_is_said_in_it_and_nothing_typed_is_lost() -> None:
    client = Client()
    client.get("/?language=ar")
    answer = client.post("/write/", {"question": "زيتون Zinnobrecht"})
    assert language_of(answer) == ("ar", "rtl")
    assert "زيتون Zinnobrecht" in answer.content.decode()
    assert answer.status_code == 200


def test_the_exit_takes_it_along() -> None:
    client = Client()
    client.get("/?language=ar")
    client.get("/away")
    assert not client.cookies["words"].value
    assert language_of(client.get("/")) == ("en-GB", None)


@pytest.mark.parametrize("asked", ["xx", "", "ar\r\nSet-Cookie: a=b", "<script>", "ar" * 400])
def test_another_language_is_none(asked: str) -> None:
    client = Client()
    assert language_of(client.get("/", {"language": asked})) == ("en-GB", None)
    assert "words" not in client.cookies


def test_the_desk_is_english_whatever_was_asked() -> None:
    client = signed_in(adviser())
    client.cookies["words"] = "ar"
    assert language_of(client.get("/desk/?language=ar")) == ("en-GB", None)


def test_no_public_page_says_an_english_sentence() -> None:
    make_where_nobody_is()
    client, wrong = Client(), []
    client.get("/?language=ar")
    for each in pages():
        if each.audience == "public" and not each.at(values()).startswith("/desk/"):
            answer = client.get(each.at(values()))
            assert language_of(answer) == ("ar", "rtl"), each.name
            wrong += [f"{each.name}: {said}" for said in english_on(answer.content)]
    assert not wrong, "\n".join(wrong)


def test_the_first_page_in_arabic_on_a_small_phone(browser: Browser, site: str) -> None:
    page = browser.new_context(viewport={"width": 320, "height": 700}).new_page()
    for address in (
        "/?language=ar",
        "/write/",
        "/private/",
        "/letters/",
        "/where/",
        "/sheets/",
        "/chat/",
        "/forum/",
    ):
        page.goto(site + address)
        assert page.title() == "معلومات", address
        assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0, address
        assert axe_finds(page) == [], address
        if shots := os.environ.get("KITH_PICTURES"):
            name = address.partition("?")[0].replace("/", "-")
            page.screenshot(path=f"{shots}/advice-arabic{name}.png", full_page=True)
