"""Whose choice decides: an account's own, then the address, then what a visitor let us keep; staff read English."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.test import Client

from kith.access.models import Account
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
HELP = "أحتاج إلى مساعدة"


@pytest.fixture
def parent() -> Account:
    account = make.account("parent")
    make.door(account, make.person("Mara"))
    return account


def language(answer: object) -> tuple[str, str | None]:
    html = BeautifulSoup(answer.content, "html.parser").html  # type: ignore[attr-defined]
    assert html is not None
    return str(html["lang"]), html.get("dir")  # type: ignore[return-value]


def test_a_choice_is_kept_with_the_account_on_every_device(parent: Account) -> None:
    phone = signed_in(parent)
    assert language(phone.get("/my/")) == ("en-GB", None)
    answer = phone.post("/language", {"language": "ar", "back": "/my/plan/"})
    assert answer.headers["Location"] == "/my/plan/"
    assert "kith_language" not in answer.cookies
    assert language(signed_in(parent).get("/my/")) == ("ar", "rtl")
    phone.post("/language", {"language": "en-gb", "back": "/my/"})
    assert language(signed_in(parent).get("/my/")) == ("en-GB", None)


def test_a_visitors_language_goes_with_the_address_and_nothing_is_kept() -> None:
    visitor = Client(headers={"accept-language": "ar"})
    assert language(visitor.get("/help/")) == ("en-GB", None)
    page = visitor.get("/help/?language=ar")
    assert HELP in words_of(page)
    assert not page.cookies.get("kith_language")
    links = [a["href"] for a in BeautifulSoup(page.content, "html.parser").select("main a.govuk-button")]
    assert links == ["/help/ask/?language=ar"]
    assert language(visitor.get("/help/")) == ("en-GB", None)


def test_a_visitor_may_have_it_kept_until_the_browser_closes() -> None:
    visitor = Client()
    kept = visitor.post("/language", {"language": "ar", "back": "/help/?language=ar"})
    assert kept.headers["Location"] == "/help/"
    cookie = kept.cookies["kith_language"]
    assert cookie["max-age"] == ""
    assert cookie["expires"] == ""
    assert cookie["httponly"]
    page = visitor.get("/help/")
    assert language(page) == ("ar", "rtl")
    assert "Cookie" in page.headers["Vary"]
    assert page.headers["Content-Language"] == "ar"


def test_staff_pages_are_english_whatever_was_asked() -> None:
    lead = signed_in(make.account("lead"))
    lead.post("/language", {"language": "ar", "back": "/"})
    assert language(lead.get("/?language=ar")) == ("en-GB", None)
    assert Account.objects.using(make.OWNER).filter(language="ar").count() == 0


@pytest.mark.parametrize(
    "back", ["https://example.org/", "//example.org/", "\\\\example.org", "javascript:x", ""]
)
def test_nobody_is_led_elsewhere(back: str) -> None:
    assert Client().post("/language", {"language": "ar", "back": back}).headers["Location"] == "/"


@pytest.mark.parametrize("asked", ["xx", "fr", "../ar", "AR", ""])
def test_another_language_is_none(asked: str) -> None:
    assert language(Client().get("/help/", {"language": asked})) == ("en-GB", None)
    assert not Client().post("/language", {"language": asked, "back": "/help/"}).cookies.get("kith_language")


def test_what_is_recorded_is_english_whoever_acts(parent: Account) -> None:
    from django.utils import translation

    from kith.core.acting import acting
    from kith.core.action import action, checked, nothing_to_tell
    from kith.design.dates import plain_date
    from kith.design.dates import today as day

    @action("access.choose_language")
    def told(*, by: object) -> str:
        checked()
        nothing_to_tell("a test")
        return plain_date(day())

    with translation.override("ar"), acting(by := make.actor(parent)):
        assert told(by=by).isascii()
        assert not plain_date(day()).isascii()


def test_numbers_to_ring_keep_their_order_among_arabic_words() -> None:
    page = BeautifulSoup(Client().get("/help/?language=ar").content, "html.parser")
    numbers = page.select("a.kith-tel")
    assert numbers
    assert all(number["dir"] == "ltr" for number in numbers)
    assert not BeautifulSoup(Client().get("/help/").content, "html.parser").select("a.kith-tel[dir]")
