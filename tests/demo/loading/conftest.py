"""The demo is made by the worker's login, with data keys of the test's own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

TODAY = date(2026, 11, 20)
SMALL = 60
Rows = Callable[..., list[tuple[Any, ...]]]


@pytest.fixture
def as_worker(
    kith_database: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], AbstractContextManager[None]]]:
    """A block in which the default connection is the worker's, as for `kith demo`."""
    from kith.core.keystore import ring
    from tests.support.keys import as_at_set_up
    from tests.support.worker import worker_login

    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(tmp_path / "keys" / "master-key"))
    as_at_set_up()
    yield worker_login
    ring.cache_clear()


@pytest.fixture
def make(as_worker: Callable[[], AbstractContextManager[None]]) -> Callable[..., dict[str, int]]:
    """Makes a small demo."""
    from kith.demo.loading import make_demo

    def make_small(**changes: Any) -> dict[str, int]:
        with as_worker():
            wanted: dict[str, Any] = {"children": SMALL, "seed": 1, "today": TODAY} | changes
            return make_demo(**wanted)

    return make_small


@pytest.fixture
def rows(kith_database: None) -> Rows:
    """Rows of a query as the owner, past row level security as a migration is."""
    from django.db import connections

    def fetch(sql: str, *values: Any) -> list[tuple[Any, ...]]:
        with connections["owner"].cursor() as cursor:
            cursor.execute(sql, values)
            found: list[tuple[Any, ...]] = cursor.fetchall()
            return found

    return fetch
