"""Loads run as the worker's login, as `kith load` does."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest

from tests.conftest import SERVER


@pytest.fixture
def as_worker(kith_database: None) -> Iterator[None]:
    """Makes Django's default connection the worker's login for one test."""
    from tests.support.worker import worker_login

    assert SERVER.urls is not None
    with psycopg.connect(os.environ["KITH_OWNER_URL"]) as owner:
        owner.execute(f'GRANT TEMPORARY ON DATABASE "{SERVER.database}" TO kith_worker')
    with worker_login():
        yield


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes files of a return into a folder of their own and gives the folder."""

    def make(folder: str, **files: str) -> Path:
        made = tmp_path / folder
        made.mkdir(exist_ok=True)
        for name, content in files.items():
            (made / f"{name}.csv").write_text(content, encoding="utf-8")
        return made

    return make


@pytest.fixture
def rows(as_worker: None) -> Callable[..., list[tuple[Any, ...]]]:
    """Runs a query as the loader and gives its rows."""

    def fetch(sql: str, *params: Any) -> list[tuple[Any, ...]]:
        from django.db import connection

        from kith.core.acting import acting
        from kith.returns.load import loader

        with acting(loader()), connection.cursor() as cursor:
            cursor.execute(sql, params)
            return list(cursor.fetchall())

    return fetch
