"""Signing in as somebody and looking at pages, for the story's tests."""

from __future__ import annotations

from typing import Any

from django.test import Client

from kith.access.models import Account

BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def signed_in(account: Account) -> Client:
    """A browser in which this account is signed in."""
    from kith.access.sessions import SessionStore
    from kith.core.acting import acting

    client = Client()
    with acting(None, channel="sign-in"):
        session = SessionStore()
        session["_auth_user_id"] = str(account.pk)
        session["_auth_user_backend"] = BACKEND
        session["_auth_user_hash"] = account.get_session_auth_hash()
        session.save()
    client.cookies["sessionid"] = session.session_key or ""
    return client


def page(client: Client, address: str, **data: Any) -> str:
    """The body of a page that must be there."""
    response = client.get(address, data)
    assert response.status_code == 200, (address, response.status_code)
    return response.content.decode()
