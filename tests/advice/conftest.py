"""What the store's tests stand on: its keys as at set-up, in a place of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import keys


@pytest.fixture(autouse=True)
def _keys(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    if request.node.get_closest_marker("database") is None:
        yield
        return
    request.getfixturevalue("kith_database")
    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(tmp_path / "keys" / "master-key"))
    keys.as_at_set_up()
    yield


@pytest.fixture
def store_keys(_keys: None) -> None:
    """By name, for stories that are served."""


@pytest.fixture(autouse=True)
def _ear() -> Iterator[None]:
    """What listens for the chat in this process stops with its test."""
    from kith.advice.chat.ear import EAR

    yield
    EAR.end()
