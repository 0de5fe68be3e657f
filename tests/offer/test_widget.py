"""The search that other sites show: no script, no cookie, nothing written, and framed by nobody but for this page."""

from __future__ import annotations

import re

import pytest
from django.test import Client, override_settings

from kith.offer.public.widget import POLICY
from tests.language.latin import english_on
from tests.offer.world import facts, officer, put, secret
from tests.support import make
from tests.support.visit import signed_in
from tests.walk.written import Written

pytestmark = pytest.mark.database
WIDGET = "/directory/widget/"


def policy(headers: object) -> dict[str, str]:
    told = str(headers["Content-Security-Policy"])  # type: ignore[index]
    return {name: rest for name, _, rest in (each.strip().partition(" ") for each in told.split(";")) if name}


def test_it_may_be_framed_and_runs_nothing() -> None:
    answer = Client().get(WIDGET)
    rules = policy(answer.headers)
    assert rules["frame-ancestors"] == "*"
    assert rules["default-src"] == "'none'"
    assert "script-src" not in rules
    assert "X-Frame-Options" not in answer.headers
    assert "<script" not in answer.content.decode()
    assert answer.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert answer.headers["Referrer-Policy"] == "no-referrer"


def test_no_other_page_may_be_framed() -> None:
    for address in ("/directory/", "/offers/", "/help/", "/sign-in", "/oruk/3.0/", "/directory/missing/"):
        answer = Client().get(address)
        assert policy(answer.headers)["frame-ancestors"] == "'none'", address
        assert answer.headers["X-Frame-Options"] == "DENY", address


def test_the_council_may_name_the_sites() -> None:
    assert POLICY["frame-ancestors"] == ["*"]


def test_it_searches_without_a_cookie_or_a_token_and_writes_nothing(kith_database: None) -> None:
    by = officer()
    put(by, facts())
    refuge = put(by, secret())
    strict = Client(enforce_csrf_checks=True)
    written = Written()
    before = written.now()
    answer = strict.post(WIDGET, {"postcode": "KH6 1AA"})
    page = answer.content.decode()
    assert "Tots and Tea" in page
    assert "Less than 2 miles away" in page
    assert not answer.cookies
    assert 'target="_blank" rel="noopener noreferrer"' in page
    near, _, others = page.partition("By telephone, online")
    assert str(refuge) not in near
    assert str(refuge) in others
    assert written.since(before) == set()
    written.close()


def test_somebody_who_has_signed_in_is_nobody_here() -> None:
    known = signed_in(make.account("lead"))
    asked, stranger = known.get(WIDGET), Client().get(WIDGET)
    assert asked.content == stranger.content
    assert not asked.cookies


@pytest.mark.parametrize(
    "sent", [{"postcode": "x" * 500}, {"need": "nothing"}, {"text": "\x00"}, {"day": "9"}]
)
def test_what_nobody_should_send_is_answered_with_patience(sent: dict[str, str]) -> None:
    assert Client().post(WIDGET, sent).status_code == 200


def test_it_speaks_the_language_that_its_address_asks_for() -> None:
    answer = Client().get(f"{WIDGET}?language=ar")
    page = answer.content.decode()
    assert not english_on(answer.content)
    assert 'dir="rtl"' in page
    assert re.search(r'action="/directory/widget/\?language=ar"', page)


@override_settings(DEBUG=False)
def test_an_address_holds_nothing_that_was_typed() -> None:
    put(officer(), facts())
    assert "Less than 2 miles" not in Client().get(f"{WIDGET}?postcode=KH6+1AA").content.decode()
