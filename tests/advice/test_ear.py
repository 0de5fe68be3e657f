"""What the ear knows: nothing while it cannot listen, and never that nothing is new when something is."""

from __future__ import annotations

import time
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kith.advice.chat.ear import EAR, Ear
from kith.advice.chat.held import digest
from tests.advice.test_chat import begun, say

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("store_keys")]


@pytest.fixture(autouse=True)
def _listening() -> None:
    EAR.nothing_new("x", 1)


def until(wanted: Callable[[], bool]) -> bool:
    for _ in range(100):
        if wanted():
            return True
        time.sleep(0.05)
    return False


def _tells(ear: Ear, secret: str) -> bool:
    ear.seen(secret, 2)
    return ear.nothing_new(secret, 2)


def asks(caller: Client, after: int, revision: int) -> int:
    return caller.get(f"/chat/now/lines?after={after}&revision={revision}").status_code


def test_nothing_new_costs_no_query_and_a_line_is_heard() -> None:
    caller = begun()
    secret = digest(caller.cookies["talk"].value)
    assert until(lambda: asks(caller, 1, 2) == 204 and EAR.nothing_new(secret, 2))
    with CaptureQueriesContext(connection) as asked:
        assert asks(caller, 1, 2) == 204
    assert len(asked) == 0
    say(caller, "One more")
    assert until(lambda: not EAR.nothing_new(secret, 2))
    told = caller.get("/chat/now/lines?after=1&revision=2")
    assert [each["words"] for each in told.json()["lines"]] == ["One more"]


def test_while_it_cannot_listen_everything_is_asked_of_the_database() -> None:
    secret = digest(str(uuid4()))
    ear = Ear()
    ear.seen(secret, 2)
    assert not ear.nothing_new(secret, 2), "what it is told before it listens it does not keep"
    assert until(lambda: _tells(ear, secret))
    ear.deaf()
    assert not ear.nothing_new(secret, 2)
    ear.seen(secret, 2)
    assert not ear.nothing_new(secret, 2), "nor what it is told while deaf"


def test_the_listener_comes_back_when_the_database_was_gone() -> None:
    caller = begun()
    secret = digest(caller.cookies["talk"].value)
    assert until(lambda: asks(caller, 1, 2) == 204 and EAR.nothing_new(secret, 2))
    from tests.conftest import SERVER

    SERVER.as_superuser(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'LISTEN advice_chat'"
    )
    assert until(lambda: not EAR.nothing_new(secret, 2))
    say(caller, "While you were away")
    assert asks(caller, 1, 2) == 200
    assert until(lambda: asks(caller, 2, 3) == 204 and EAR.nothing_new(secret, 3))


def test_a_strangers_secret_is_never_known() -> None:
    assert not EAR.nothing_new(digest(str(uuid4())), 1)
