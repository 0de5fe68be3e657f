"""A HEAD is answered as the GET would be, without a body: monitors and mail scanners ask so."""

from __future__ import annotations

import pytest
from django.test import Client

from kith.access.models import Account
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
FOR_ALL = ("/sign-in", "/sign-in/passkey", "/sign-in/first", "/static/none", "/nowhere")
FOR_ACCOUNTS = ("/", "/my-account/password", "/sign-in/again", "/my-account/second-step", "/accounts/")


@pytest.fixture
def admin() -> Account:
    return make.account("admin")


def same(client: Client, address: str) -> int:
    got, head = client.get(address), client.head(address)
    assert head.status_code == got.status_code, address
    assert head.content == b""
    assert head.get("Location") == got.get("Location")
    assert head.get("Content-Type") == got.get("Content-Type")
    return int(head.status_code)


@pytest.mark.parametrize("address", FOR_ALL)
def test_a_visitors_head_is_as_their_get(address: str) -> None:
    assert same(Client(), address) < 500


@pytest.mark.parametrize("address", FOR_ACCOUNTS)
def test_an_accounts_head_is_as_its_get(admin: Account, address: str) -> None:
    assert same(signed_in(admin), address) < 500


def test_a_head_gives_the_length_of_the_page(admin: Account) -> None:
    head = Client().head("/sign-in")
    assert int(head["Content-Length"]) > 100
