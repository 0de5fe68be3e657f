"""A worker makes a passkey and signs in by it; another uses an app's codes, loses the phone and is helped."""

from __future__ import annotations

import re
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from playwright.sync_api import expect

from tests.access.sign_in_help import code_now
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
LOGIN = "new@kithshire.example"


def with_a_phone_that_knows_her_face(worker: Desk) -> None:
    """Chromium's own authenticator in place of a device."""
    cdp = worker.context.new_cdp_session(worker.page)
    cdp.send("WebAuthn.enable")
    options: dict[str, Any] = {
        "protocol": "ctap2",
        "transport": "internal",
        "hasResidentKey": True,
        "hasUserVerification": True,
        "isUserVerified": True,
        "automaticPresenceSimulation": True,
    }
    cdp.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def says_that_it_is_still_her(worker: Desk) -> None:
    worker.write("Password", make.PASSWORD)
    worker.press("Go on")


def makes_a_passkey(worker: Desk) -> None:
    worker.go("/my-account/passkeys/new")
    says_that_it_is_still_her(worker)
    worker.write("A name for it", "work phone")
    worker.press("Add a passkey")
    worker.page.wait_for_url("**/my-account/**")
    # Not wait_for_function: where it must wait, it evaluates a string, and the page's policy says so.
    expect(worker.page).not_to_have_url(re.compile(r"/new$"))


def signs_out(worker: Desk) -> None:
    worker.go("/my-account/second-step")
    worker.press("Sign out")
    worker.page.wait_for_url("**/sign-in**")


def test_a_passkey_is_made_and_then_signs_her_in_alone(sit: Sit) -> None:
    account = make.account("lead", login=LOGIN)
    worker = sit()
    worker.site = worker.site.replace("127.0.0.1", "localhost")  # passkeys belong to a name, not to a number
    with_a_phone_that_knows_her_face(worker)
    worker.sign_in(LOGIN)
    makes_a_passkey(worker)
    assert Authenticator.objects.using(make.OWNER).filter(user_id=account.pk, type="webauthn").count() == 1
    signs_out(worker)
    worker.press("Sign in with a passkey")
    worker.page.wait_for_url(lambda address: address.rstrip("/") == worker.site)
    worker.sees("Today")


def sets_up_her_app(worker: Desk) -> str:
    worker.go("/my-account/second-step/app")
    says_that_it_is_still_her(worker)
    secret = (worker.page.locator("code.kith-key").text_content() or "").replace(" ", "")
    worker.write("Code that the app shows", code_now(secret))
    worker.press("Set up")
    return secret


def test_codes_are_asked_for_and_a_lost_phone_is_helped_by_the_administrator(sit: Sit, scripts: bool) -> None:
    account = make.account("lead", login=LOGIN)
    worker = sit(scripts=scripts)
    worker.sign_in(LOGIN)
    secret = sets_up_her_app(worker)
    signs_out(worker)
    worker.sign_in(LOGIN)
    worker.write("Code", "000000")
    worker.press("Go on")
    worker.sees("Something needs putting right")
    worker.write("Code", code_now(secret))
    worker.press("Go on")
    worker.sees("Today")
    signs_out(worker)
    admin = sit(make.account("admin"), scripts=scripts)
    admin.go(f"/accounts/{account.id}/")
    admin.press("Take away the second step")
    admin.sees("It stays until a second person agrees.")
    director = sit(make.account("director"), scripts=scripts)
    director.go("/accounts/waiting")
    director.page.get_by_role("button", name=re.compile("^Agree")).click()
    director.look()
    worker.sign_in(LOGIN)
    worker.sees("Today")
