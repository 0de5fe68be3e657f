"""Keys of the store for tests in which words are sealed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture
def store_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kith_database: None) -> Iterator[None]:
    """Data keys as at set-up."""
    from kith.core.keystore import ring
    from tests.support.keys import as_at_set_up

    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(tmp_path / "keys" / "master"))
    as_at_set_up()
    yield
    ring.cache_clear()
