"""Two actions that wait for each other: one is broken off by PostgreSQL, begins anew, and both are done."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, connection

from kith.access.models import Account
from kith.core.acting import acting
from kith.core.action import action, checked, nothing_to_tell
from kith.core.actor import Actor
from tests.support import make

pytestmark = pytest.mark.database
TRIES: list[str] = []


@action("test.take_both")
def take_both(*, by: Actor, first: int, second: int, gate: Barrier, sent: Any = None) -> None:
    """Takes one lock, waits on the first try until the other took theirs, and takes the second."""
    TRIES.append(str(by.id))
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(4711, %s)", [first])
        if TRIES.count(str(by.id)) == 1:
            gate.wait(10)
        cursor.execute("SELECT pg_advisory_xact_lock(4711, %s)", [second])
    checked()
    nothing_to_tell("a test")


@action("test.take_both_within")
def take_both_within(*, by: Actor, **given: Any) -> None:
    take_both(by=by, **given)
    checked()
    nothing_to_tell("a test")


@pytest.fixture(autouse=True)
def _the_test_has_actions() -> Iterator[None]:
    TRIES.clear()
    names = [("test.take_both",), ("test.take_both_within",)]
    with psycopg.connect(os.environ["KITH_OWNER_URL"], autocommit=True) as owner:
        owner.cursor().executemany("INSERT INTO core_actionname VALUES (%s)", names)
        yield
        owner.cursor().executemany("DELETE FROM core_actionname WHERE name = %s", names)


@pytest.fixture
def two() -> tuple[Account, Account]:
    return make.account("lead", display_name="Rosa"), make.account("lead", display_name="Sam")


def crossed(two: tuple[Account, Account], doing: Any, **given: Any) -> list[BaseException | None]:
    """What each of the two ended with, who took the same two locks the other way round in one moment."""
    gate = Barrier(2)

    def one(account: Account, first: int, second: int) -> BaseException | None:
        actor = make.actor(account)
        try:
            with acting(actor):
                doing(by=actor, first=first, second=second, gate=gate, **given)
        except OperationalError as error:
            return error
        finally:
            connection.close()
        return None

    with ThreadPoolExecutor(2) as pool:
        return list(pool.map(one, two, (1, 2), (2, 1)))


@pytest.mark.parametrize("doing", [take_both, take_both_within])
def test_who_was_broken_off_begins_anew_and_both_are_done(two: tuple[Account, Account], doing: Any) -> None:
    assert crossed(two, doing) == [None, None]
    assert len(TRIES) == 3


def test_what_is_read_as_it_goes_is_not_done_twice(two: tuple[Account, Account]) -> None:
    ended = crossed(two, take_both, sent=io.BytesIO(b"a letter"))
    assert sorted(type(each).__name__ for each in ended) == ["NoneType", "OperationalError"]
    assert len(TRIES) == 2
