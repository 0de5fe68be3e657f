"""Steps that tests of sign-in share."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client

from kith.access.models import Account
from kith.core.acting import acting
from tests.support import make

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"


def sign_in(client: Client, login: str, password: str = make.PASSWORD, **more: str):  # type: ignore[no-untyped-def]
    """POST the sign-in form as the contract has it."""
    return client.post("/sign-in", {"login": login, "password": password, **more})


def with_app(account: Account) -> None:
    """Give an account an authenticator app that holds SECRET."""
    with acting(make.actor(account)):
        TOTP.activate(account, SECRET)


def code_now(secret: str = SECRET, *, steps: int = 0) -> str:
    """What the app would show, some steps of 30 seconds from now."""
    cache.clear()  # a code that was used is refused for a while: tests are quicker than people
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def only_our_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """From here on a page made from a library's own template fails the test."""
    from django.template.backends.django import DjangoTemplates

    find = DjangoTemplates.get_template

    def refuse(engine: DjangoTemplates, name: str) -> object:
        find(engine, name)
        raise AssertionError(f"{name} comes from outside Kith's own templates")

    monkeypatch.setattr(DjangoTemplates, "get_template", refuse)
