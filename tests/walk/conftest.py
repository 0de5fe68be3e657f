"""What the walk stands on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kith.core.keystore import ring
from kith.story import files
from tests.support.keys import as_at_set_up


@pytest.fixture
def _keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kith_database: None) -> Iterator[None]:
    """Keys as at set-up, for private words and files."""
    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(tmp_path / "keys" / "master"))
    files.store.cache_clear()
    as_at_set_up()
    yield
    ring.cache_clear()
    files.store.cache_clear()
