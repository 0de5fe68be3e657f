"""The cache holds JSON, so that writing its table makes no process run anything."""

from __future__ import annotations

import base64
import os
import pickle
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Barrier
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, transaction

from kith.core.acting import acting
from tests.support import make
from tests.support.at_once import at_once

pytestmark = pytest.mark.database


class RunsWhenRead:
    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[Any, ...]:
        return (os.mkdir, (str(self.file),))


def test_a_pickle_in_the_table_is_not_run(tmp_path: Path) -> None:
    told = tmp_path / "it-ran"
    evil = base64.b64encode(pickle.dumps(RunsWhenRead(told))).decode()
    with acting(make.actor(make.account("lead"))), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO core_cache VALUES (%s, %s, now() + interval '1 hour')", [cache.make_key("k"), evil]
        )
    assert cache.get("k", "nothing") == "nothing"
    assert not told.exists()


@pytest.mark.parametrize("value", [True, None, 12.5, "ünder", [1.5, 2.5], {"a": [None]}])
def test_what_json_has_comes_back(value: Any) -> None:
    cache.set("k", value, 60)
    assert cache.get("k", "nothing") == value


def test_what_json_has_not_is_refused() -> None:
    for value in (object(), b"bytes", float("nan")):
        with pytest.raises((TypeError, ValueError)):
            cache.set("k", value)
    assert cache.get("k") is None


def test_add_keeps_the_first_until_its_time_is_over() -> None:
    assert cache.add("k", 1, 60)
    assert not cache.add("k", 2, 60)
    assert cache.get("k") == 1
    assert cache.touch("k", -1)
    assert cache.get("k") is None
    assert not cache.touch("k", 60)
    assert cache.add("k", 2, None)
    assert cache.get("k") == 2
    assert (cache.delete("k"), cache.delete("k")) == (True, False)


def test_a_read_removes_nothing_and_a_write_sweeps() -> None:
    cache.set("old", 1, -1)
    cache.add("old", 1, 60)
    cache.touch("old", -1)
    with acting(make.actor(make.account("lead")), read_only=True):
        assert cache.get("old") is None
    cache.set("new", 1, 60)
    with connection.cursor() as cursor:
        cursor.execute("SELECT cache_key FROM core_cache")
        assert cursor.fetchall() == [(cache.make_key("new"),)]
    cache.clear()
    assert cache.get("new") is None


def test_counting_up_works_on_it() -> None:
    cache.set("k", 1, 60)
    assert (cache.incr("k"), cache.get("k")) == (2, 2)


def test_what_one_request_counts_is_there_at_once_and_keeps_no_other_waiting() -> None:
    with acting(None, channel="sign-in"):
        cache.set("k", [1.0], 60)
        cache.add("lock", True, 60)
        with other_connection() as other:
            other.execute("SET lock_timeout = '2s'")
            other.execute("UPDATE core_cache SET value = '[2.0]' WHERE cache_key = %s", [cache.make_key("k")])
            other.execute("DELETE FROM core_cache WHERE cache_key = %s", [cache.make_key("lock")])
        assert cache.get("k") == [2.0]
        transaction.set_rollback(True)
    assert cache.get("k") == [2.0], "a request that fails still counts"
    assert cache.get("lock") is None


@contextmanager
def other_connection() -> Iterator[psycopg.Connection]:
    """As another request has it; what it writes is committed at once."""
    with psycopg.connect(os.environ["DATABASE_URL"], autocommit=True) as other:
        yield other


def test_many_requests_that_hold_every_connection_of_the_pool_still_reach_the_cache() -> None:
    most = settings.DATABASES["default"]["OPTIONS"]["pool"]["max_size"]
    all_in = Barrier(most)
    connection.close()  # this thread's own goes back to the pool

    def request() -> int:
        with acting(None, channel="sign-in"):
            all_in.wait(20)
            for n in range(5):
                cache.set(f"k{n}", n, 60)
            return sum(cache.get(f"k{n}") for n in range(5))

    assert at_once(*[request] * most) == [10] * most
