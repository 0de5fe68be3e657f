"""Every address: one gate each, the same for nothing there, few statements, nothing kept, and in order at 320 pixels."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.db import connections
from django.test import Client
from django.test.utils import CaptureQueriesContext
from playwright.sync_api import Browser

from kith.advice.demo.making import make_where_nobody_is
from kith.advice.models import Adviser, Contact, Hours
from kith.advice.roles import Permission
from tests.advice.browsing import at, looked_at, site
from tests.advice.people import OWNER, adviser, signed_in
from tests.walk.routes import Route, every_route

__all__ = ["site"]
pytestmark = pytest.mark.database
MOST = 20
# What is sent to alone, leads on, or is no page.
NO_PAGE = {"sign_out", "away", "chat_say", "chat_do", "chat_lines", "chat_now", "chat_watch", "forum_leave",
           "desk_app_picture", "sign_in_code"}  # fmt: skip


def values() -> dict[str, object]:
    contact = Contact.objects.using(OWNER).filter(state="waiting").first()
    hours = Hours.objects.using(OWNER).first()
    sol = Adviser.objects.using(OWNER).filter(role="moderator").first()
    return {
        "account_id": sol.id if sol else uuid4(),
        "contact_id": contact.id if contact else uuid4(),
        "hours_id": hours.id if hours else uuid4(),
    }


def pages() -> list[Route]:
    return [
        each
        for each in every_route()
        if each.name not in NO_PAGE and all(n in values() for n in each.parameters)
    ]


def test_every_address_has_a_gate() -> None:
    gates = {"public", "desk", *(each.value for each in Permission)}
    assert len(every_route()) > 10
    assert [each.name for each in every_route() if each.audience not in gates] == []


def test_every_role_finds_what_is_its_own_and_nothing_else() -> None:
    make_where_nobody_is()
    for role in ("adviser", "moderator", "editor", "manager"):
        account = adviser(role)
        client = signed_in(account)
        for each in pages():
            answer = client.get(each.at(values()))
            allowed = each.audience in {"public", "desk"} or account.may(Permission(each.audience))
            assert (answer.status_code in {200, 302}) == allowed, (role, each.name, answer.status_code)


def test_a_visitor_sees_the_public_pages_and_no_cookie_outlives_the_browser() -> None:
    make_where_nobody_is()
    for each in pages():
        answer = Client().get(each.at(values()))
        assert answer.status_code == (200 if each.audience == "public" else 302), each.name
        assert answer.headers["Cache-Control"] == "no-store" or "no-store" in answer.headers["Cache-Control"]
        assert answer.headers["Referrer-Policy"] == "same-origin"
        for cookie in answer.cookies.values():
            assert (cookie["max-age"], cookie["expires"]) == ("", ""), each.name
            assert not re.search("advice|kith|help|council", cookie.key)


def test_what_is_not_there_is_the_same_whatever_was_asked() -> None:
    noor = signed_in(adviser())
    there = noor.get(f"/desk/asked/{uuid4()}/")
    assert there.status_code == 404
    assert there.content == noor.get(f"/desk/asked/{uuid4()}/").content == noor.get("/desk/nothing/").content


def test_every_page_asks_little_of_the_database() -> None:
    make_where_nobody_is()
    gwen = Adviser.objects.using(OWNER).get(login="manager@nextstep.example")
    for client in (Client(), signed_in(gwen)):
        for each in pages():
            with CaptureQueriesContext(connections["default"]) as asked:
                client.get(each.at(values()))
            assert len(asked) <= MOST, (each.name, len(asked))


def test_every_page_leaves_by_the_same_button_and_runs_no_inline_script() -> None:
    make_where_nobody_is()
    gwen = signed_in(Adviser.objects.using(OWNER).get(login="manager@nextstep.example"))
    for each in pages():
        page = gwen.get(each.at(values()), follow=True)
        soup = BeautifulSoup(page.content, "html.parser")
        if page.headers["Content-Type"].startswith("text/html"):
            assert soup.title is not None
            assert soup.title.get_text() == "Information", each.name
            assert len(soup.select("a[data-leave]")) == 1, each.name
            assert all(script.get("src") for script in soup.find_all("script"))
            assert soup.select("link[rel=icon]")[0]["href"].split(".")[0].endswith("quiet")


@pytest.mark.parametrize("width", [320, 1280])
def test_every_page_is_in_order_in_a_browser(browser: Browser, site: str, width: int) -> None:
    make_where_nobody_is()
    gwen = Adviser.objects.using(OWNER).get(login="manager@nextstep.example")
    visitor, desk = at(browser, site, width=width), at(browser, site, gwen, width)
    for each in pages():
        page = visitor if each.audience == "public" else desk
        page.goto(site + each.at(values()))
        looked_at(page, each.name)
