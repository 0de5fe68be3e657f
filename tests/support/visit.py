"""Signed-in visitors for tests of pages."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from django.test import Client

from kith.access.models import Account
from kith.core.acting import acting

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def signed_in(account: Account) -> Client:
    """A client that has signed in (without paying for the password's hash)."""
    client = Client()
    with acting(None, channel="sign-in"):
        # As at the sign-in: an account whose sessions ended since it was made here would be signed out at once.
        account.refresh_from_db(fields=["sessions_since"])
        client.force_login(account, backend=BACKEND)
    return client


def words_of(response: object) -> str:
    """The words of a page, with white space folded."""
    soup = BeautifulSoup(response.content, "html.parser")  # type: ignore[attr-defined]
    return " ".join(soup.get_text(" ").split())


def without_tokens(response: object) -> str:
    """The page as sent, less what is drawn by lot: a short name stands in a token sooner or later."""
    content: bytes = response.content  # type: ignore[attr-defined]
    return re.sub(
        r'name="(csrfmiddlewaretoken|sending|draft|state)" value="[^"]*"|nonce="[^"]*"', "", content.decode()
    )
