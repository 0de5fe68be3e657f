"""The second step: an authenticator app, recovery codes, and staff who must have one."""

from __future__ import annotations

import re

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings
from django.test import Client, override_settings

from kith.access.models import Account
from tests.access.sign_in_help import SECRET, code_now, only_our_templates, sign_in, with_app
from tests.support import make
from tests.support.visit import words_of

pytestmark = pytest.mark.database
STEP, APP, CODES = "/sign-in/second-step", "/my-account/second-step/app", "/my-account/second-step/codes"
ASKS = "kith.access.sign_in.required.SecondFactorMiddleware"
REQUIRED = {
    "KITH_REQUIRE_SECOND_FACTOR": True,
    "MIDDLEWARE": [*(each for each in settings.MIDDLEWARE if each != ASKS), ASKS],
}


@pytest.fixture(autouse=True)
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    only_our_templates(monkeypatch)


@pytest.fixture
def lead() -> Account:
    return make.account("lead", login="lead@kithshire.example")


def in_again(client: Client, account: Account) -> None:
    """Sign in, and say once more that it is you."""
    sign_in(client, account.login)
    assert "Is it still you?" in words_of(client.get(f"{APP}", follow=True))
    client.post("/sign-in/again", {"password": make.PASSWORD, "next": APP})


def test_an_app_is_set_up_by_picture_or_key_and_asked_for_at_the_next_sign_in(lead: Account) -> None:
    client = Client()
    in_again(client, lead)
    page = client.get(APP)
    picture = client.get(f"{APP}/picture")
    assert picture.headers["Content-Type"] == "image/svg+xml"
    assert picture.content.startswith(b"<?xml")
    assert f'src="{APP}/picture"' in page.content.decode()
    assert b"data:image" not in page.content
    key = re.search(r'<code class="kith-key">([^<]+)', page.content.decode())
    assert key is not None
    secret = key[1].replace(" ", "")
    assert "not right" in words_of(client.post(APP, {"code": "000000"}))
    assert client.post(APP, {"code": code_now(secret)}).headers["Location"] == CODES
    assert "Authenticator app On" in words_of(client.get("/my-account/second-step"))
    fresh = Client()
    assert sign_in(fresh, lead.login).headers["Location"] == STEP
    assert fresh.get("/").status_code == 302
    assert fresh.post(STEP, {"code": code_now(secret)}).headers["Location"] == "/"
    assert fresh.get("/").status_code == 200


def test_the_secret_is_not_in_the_database_as_it_is(lead: Account) -> None:
    with_app(lead)
    kept = Authenticator.objects.using(make.OWNER).get(user_id=lead.pk)
    assert SECRET not in str(kept.data)
    assert kept.data["secret"].startswith("gAAAA")


def test_a_wrong_code_is_refused_in_words_and_guessing_is_slowed(lead: Account) -> None:
    with_app(lead)
    client = Client()
    sign_in(client, lead.login)
    said = [words_of(client.post(STEP, {"code": "000000"})) for _ in range(6)]
    assert "That code is not right" in said[0]
    assert "Too many tries" in said[5]
    assert client.get("/").status_code == 302


def test_the_session_changes_its_name_at_the_second_step_too(lead: Account) -> None:
    with_app(lead)
    client = Client()
    sign_in(client, lead.login)
    before = client.cookies["sessionid"].value
    client.post(STEP, {"code": code_now()})
    assert client.cookies["sessionid"].value != before


def test_recovery_codes_are_shown_on_asking_and_each_opens_once(lead: Account) -> None:
    client = Client()
    in_again(client, lead)
    key = re.search(r'<code class="kith-key">([^<]+)', client.get(APP).content.decode())
    assert key is not None
    client.post(APP, {"code": code_now(key[1].replace(" ", ""))})
    assert "Show my codes" in words_of(client.get(CODES))
    assert client.get(f"{CODES}/file").headers["Location"] == CODES
    codes = re.findall(r"<li><code>(\w+)</code>", client.post(CODES).content.decode())
    assert len(codes) == 10
    assert client.get(f"{CODES}/file").content.decode().split() == codes
    for tries, leads in ((1, "/"), (2, None)):
        fresh = Client()
        sign_in(fresh, lead.login)
        answer = fresh.post(STEP, {"code": codes[0]})
        assert answer.headers.get("Location") == leads, tries
    assert "9 of 10 are left" in words_of(client.get(CODES))
    client.post(f"{CODES}/new", follow=True)
    assert codes[1] not in client.post(CODES).content.decode()


def test_turning_the_app_off_needs_the_owner_again(lead: Account) -> None:
    with_app(lead)
    client = Client()
    sign_in(client, lead.login)
    client.post(STEP, {"code": code_now()})
    assert client.post(f"{APP}/off").headers["Location"].startswith("/sign-in/")
    client.post("/sign-in/again", {"password": make.PASSWORD})
    assert "Turn off the authenticator app" in words_of(client.get(f"{APP}/off"))
    client.post(f"{APP}/off")
    assert not Authenticator.objects.using(make.OWNER).filter(type="totp").exists()


@override_settings(**REQUIRED)
def test_where_it_is_required_staff_reach_nothing_before_they_have_one(lead: Account) -> None:
    client = Client()
    sign_in(client, lead.login)
    for address in ("/", "/my-account/password", "/accounts/", "/nowhere"):
        assert client.get(address).headers.get("Location") == "/my-account/second-step", address
    assert "Set up an app or a passkey" in words_of(client.get("/my-account/second-step"))
    with_app(lead)
    assert client.get("/").status_code == 200


@override_settings(**REQUIRED)
def test_where_it_is_required_the_last_one_cannot_be_turned_off(lead: Account) -> None:
    with_app(lead)
    client = Client()
    sign_in(client, lead.login)
    client.post(STEP, {"code": code_now()})
    client.post("/sign-in/again", {"password": make.PASSWORD})
    assert "cannot be turned off" in words_of(client.get(f"{APP}/off"))
    assert "cannot be turned off" in words_of(client.post(f"{APP}/off"))
    assert Authenticator.objects.using(make.OWNER).filter(type="totp").exists()


@override_settings(**REQUIRED)
def test_where_it_is_required_families_still_come_in_with_a_password() -> None:
    carer = make.account("carer")
    make.door(carer, make.person())
    client = Client()
    sign_in(client, carer.login)
    assert client.get("/my/").status_code == 200
