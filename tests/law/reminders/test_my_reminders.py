"""A worker makes, renews and ends a calendar's address, on a page that shows the secret once."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from kith.access.models import Account, CalendarFeed
from kith.core.models import AuditEntry
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
SECRET = re.compile(r"/my/calendar/([\w-]{43})\.ics")
PAGE = "/my-account/reminders"


def shown_again(account: Account) -> Client:
    """Signed in, and has just shown who they are."""
    client = signed_in(account)
    client.post("/sign-in/again", {"password": make.PASSWORD})
    return client


def test_the_address_is_shown_once_and_works_without_signing_in() -> None:
    client = shown_again(make.account("lead"))
    assert "It is off." in words_of(client.get(PAGE))
    made = client.post(PAGE, {"do": "make"})
    secret = SECRET.search(made.content.decode())
    assert secret is not None
    assert "Kith keeps no copy" in words_of(made)
    assert Client().get(f"/my/calendar/{secret[1]}.ics").status_code == 200
    assert SECRET.search(client.get(PAGE).content.decode()) is None
    client.post(PAGE, {"do": "end"})
    assert "The calendar is off." in words_of(client.get(PAGE))
    assert Client().get(f"/my/calendar/{secret[1]}.ics").status_code == 404


def test_who_has_not_just_shown_who_they_are_is_asked_first() -> None:
    answer = signed_in(make.account("lead")).post(PAGE, {"do": "make"})
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/sign-in/again")
    assert not CalendarFeed.objects.using(make.OWNER).exists()


def test_each_change_stands_in_the_audit_by_its_own_worker() -> None:
    lead = make.account("lead", login="rosa@kithshire.example")
    client = shown_again(lead)
    for do in ("make", "make", "end", "want", "unwant"):
        client.post(PAGE, {"do": do})
    audited = AuditEntry.objects.using(make.OWNER).filter(actor=lead.id).values_list("action", flat=True)
    assert sorted(audited) == [
        "access.end_calendar",
        *["access.make_calendar"] * 2,
        *["access.want_morning_message"] * 2,
    ]


def test_odd_wishes_change_nothing_and_families_have_no_such_page() -> None:
    lead = make.account("lead")
    assert signed_in(lead).post(PAGE, {"do": "\x00"}).status_code in {302, 400}
    assert signed_in(make.account("parent")).get(PAGE).status_code == 404
    assert b"/my-account/reminders" in signed_in(lead).get("/my-account/second-step").content


def test_a_sign_in_name_that_is_no_email_address_gets_no_message() -> None:
    lead = make.account("lead", login="rosa")
    page = words_of(signed_in(lead).get(PAGE))
    assert "there is nowhere to send it" in page
    assert "Send me a morning message" not in page
