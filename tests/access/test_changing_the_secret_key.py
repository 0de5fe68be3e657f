"""A new secret key signs nobody out, while the one before it is named."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings

from tests.access.test_sign_in_headers import run
from tests.support import make
from tests.support.visit import signed_in

OLD, NEW = "the key of last year", "the key of this year"


def still_in(client: Client) -> bool:
    return client.get("/").status_code == 200


@pytest.mark.database
def test_a_session_signed_under_the_old_key_lives_on_while_that_key_is_named() -> None:
    with override_settings(SECRET_KEY=OLD):
        comes_at_once, comes_late = (signed_in(make.account("lead")) for _ in range(2))
        assert still_in(comes_at_once)
    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=[OLD]):
        assert still_in(comes_at_once)
        assert comes_at_once.post("/sign-out").headers["Location"] == "/sign-in"
        assert not still_in(comes_at_once), "signing out ends it all the same"
    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=[]):
        assert not still_in(comes_late)


@pytest.mark.database
def test_a_session_that_came_back_in_time_is_signed_anew() -> None:
    with override_settings(SECRET_KEY=OLD):
        client = signed_in(make.account("lead"))
    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=[OLD]):
        assert still_in(client)
    with override_settings(SECRET_KEY=NEW, SECRET_KEY_FALLBACKS=[]):
        assert still_in(client)


@pytest.mark.parametrize(
    ("given", "read"), [("", "[]"), ("one", "['one']"), (" one, two,,", "['one', 'two']")]
)
def test_earlier_keys_are_read_from_the_environment(given: str, read: str) -> None:
    said = run(
        "from django.conf import settings; print(settings.SECRET_KEY_FALLBACKS)",
        KITH_SECRET_KEY_FALLBACKS=given,
    )
    assert said.stdout.strip() == read, said.stderr
