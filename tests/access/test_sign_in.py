"""Signing in and out, as the contract has it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import argon2.low_level
import pytest
from bs4 import BeautifulSoup
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from kith.access.models import Account
from tests.access.sign_in_help import sign_in
from tests.support import make
from tests.support.visit import words_of

pytestmark = pytest.mark.database
OWNER = make.OWNER


@pytest.fixture
def lead() -> Account:
    return make.account("lead", login="lead@kithshire.example")


def test_the_form_of_the_page_itself_signs_staff_in_and_leads_to_today(lead: Account) -> None:
    client = Client(enforce_csrf_checks=True)
    form = BeautifulSoup(client.get("/sign-in").content, "html.parser").find("form", action="/sign-in")
    assert form is not None
    assert {field["name"] for field in form.find_all("input")} == {"csrfmiddlewaretoken", "login", "password"}
    token = form.find("input", {"name": "csrfmiddlewaretoken"})["value"]  # type: ignore[index]
    answer = sign_in(client, lead.login, csrfmiddlewaretoken=str(token))
    assert (answer.status_code, answer.headers["Location"]) == (302, "/")
    assert client.get("/").status_code == 200


def test_a_parent_is_led_to_their_own_page() -> None:
    parent = make.account("parent")
    make.door(parent, make.person("Mara"))
    client = Client()
    sign_in(client, parent.login)
    assert client.get("/").headers["Location"] == "/my/"
    assert client.get("/my/").status_code == 200


def test_the_name_is_known_whatever_the_size_of_its_letters(lead: Account) -> None:
    assert sign_in(Client(), " Lead@Kithshire.Example ").status_code == 302


def test_an_unknown_name_and_a_wrong_password_are_answered_with_the_same_bytes(lead: Account) -> None:
    unknown = sign_in(Client(), "nobody@kithshire.example", "wrong-password")
    wrong = sign_in(Client(), lead.login, "wrong-password")
    assert (unknown.status_code, wrong.status_code) == (200, 200)
    assert says(unknown, "nobody@kithshire.example") == says(wrong, lead.login)
    assert "not right" in says(wrong, lead.login)


def says(response: object, login: str) -> str:
    soup = BeautifulSoup(response.content, "html.parser")  # type: ignore[attr-defined]
    for token in soup.find_all("input", {"name": "csrfmiddlewaretoken"}):
        token.decompose()
    return str(soup).replace(login, "")


def test_an_unknown_name_costs_a_hash_as_a_known_one_does(
    lead: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    hashed: list[bytes] = []
    real = argon2.low_level.hash_secret
    monkeypatch.setattr(
        argon2.low_level, "hash_secret", lambda *a, **k: (hashed.append(a[0]), real(*a, **k))[1]
    )
    sign_in(Client(), "nobody@kithshire.example", "wrong-password")
    unknown = len(hashed)
    hashed.clear()
    sign_in(Client(), lead.login, "wrong-password")
    assert (unknown, len(hashed)) == (1, 1)


def test_the_session_changes_its_name_at_sign_in_and_the_cookies_are_closed_to_scripts(lead: Account) -> None:
    client = Client()
    client.cookies["sessionid"] = "chosen-by-somebody-else"
    client.get("/sign-in")
    sign_in(client, lead.login)
    cookie = client.cookies["sessionid"]
    assert cookie.value != "chosen-by-somebody-else"
    assert (bool(cookie["httponly"]), cookie["samesite"], cookie["expires"]) == (True, "Lax", "")
    assert client.cookies["csrftoken"]["httponly"]


def test_signing_out_ends_the_session_for_good(lead: Account) -> None:
    client, thief = Client(), Client()
    sign_in(client, lead.login)
    thief.cookies["sessionid"] = client.cookies["sessionid"].value
    assert thief.get("/").status_code == 200
    assert client.post("/sign-out").headers["Location"] == "/sign-in"
    assert thief.get("/").headers["Location"] == "/sign-in?next=/"
    assert not Session.objects.using(OWNER).exists()


def test_asking_to_sign_out_by_a_link_only_asks(lead: Account) -> None:
    client = Client()
    sign_in(client, lead.login)
    assert "Sign out" in words_of(client.get("/sign-out"))
    assert client.get("/").status_code == 200


@pytest.mark.parametrize(
    "where", ["https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"]
)
def test_signing_in_leads_nowhere_else(lead: Account, where: str) -> None:
    assert sign_in(Client(), lead.login, next=where).headers["Location"] == "/"


def test_signing_in_leads_back_to_the_page_that_was_asked_for(lead: Account) -> None:
    client = Client()
    asked = client.get("/sign-in?next=/families/")
    assert BeautifulSoup(asked.content, "html.parser").find("input", {"name": "next", "value": "/families/"})
    assert sign_in(client, lead.login, next="/families/").headers["Location"] == "/families/"


@pytest.mark.parametrize(
    "change",
    [
        lambda: {"is_active": False},
        lambda: {"until_on": timezone.localdate() - timedelta(days=2)},
        lambda: {"from_on": timezone.localdate() + timedelta(days=2)},
    ],
)
def test_an_account_that_ends_loses_the_next_page_and_cannot_come_back(
    lead: Account, change: Callable[[], dict[str, object]]
) -> None:
    client = Client()
    sign_in(client, lead.login)
    assert client.get("/").status_code == 200
    Account.objects.using(OWNER).filter(pk=lead.pk).update(**change())
    assert client.get("/").headers["Location"] == "/sign-in?next=/"
    assert client.get("/sign-in").status_code == 200
    answer = sign_in(client, lead.login)
    assert answer.headers["Location"] == "/sign-in/closed"
    assert "This account is closed" in words_of(client.get("/sign-in/closed"))
    assert client.get("/").headers["Location"] == "/sign-in?next=/"


def test_a_changed_password_ends_the_other_sessions_and_keeps_this_one(lead: Account) -> None:
    here, there = Client(), Client()
    sign_in(here, lead.login)
    sign_in(there, lead.login)
    new = "kettle meadow violin"
    answer = here.post(
        "/my-account/password",
        {"oldpassword": make.PASSWORD, "password1": new, "password2": new},
        follow=True,
    )
    assert "Your password is changed" in words_of(answer)
    assert here.get("/").status_code == 200
    assert there.get("/").headers["Location"] == "/sign-in?next=/"
    assert sign_in(Client(), lead.login).status_code == 200
    assert sign_in(Client(), lead.login, new).status_code == 302


@pytest.mark.parametrize("weak", ["short", "password1234", "lead@kithshire.example"])
def test_a_weak_password_is_refused(lead: Account, weak: str) -> None:
    client = Client()
    sign_in(client, lead.login)
    answer = client.post(
        "/my-account/password", {"oldpassword": make.PASSWORD, "password1": weak, "password2": weak}
    )
    assert answer.status_code == 200
    assert "Something needs putting right" in words_of(answer)
