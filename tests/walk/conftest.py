"""What the walk stands on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kith.core.keystore import ensure_keys, ring
from kith.story import files


@pytest.fixture
def _keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kith_database: None) -> Iterator[None]:
    """Keys as at set-up, for private words and files."""
    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(tmp_path / "keys" / "master"))
    ring.cache_clear()
    files.store.cache_clear()
    ensure_keys(using="owner")
    yield
    ring.cache_clear()
    files.store.cache_clear()
