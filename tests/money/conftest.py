"""Letters are kept as they leave: keys as at set-up, and files in a folder of each test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test.utils import override_settings

from tests.support.keys import as_at_set_up


@pytest.fixture(autouse=True)
def _keys_and_files(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    if request.node.get_closest_marker("database") is None:
        yield
        return
    # Late: this file is read before the settings are there.
    from kith.core.keystore import ring
    from kith.story import files

    request.getfixturevalue("kith_database")
    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(tmp_path / "keys" / "master"))
    with override_settings(DATA_DIR=tmp_path / "data"):
        files.store.cache_clear()
        as_at_set_up()
        yield
    ring.cache_clear()
    files.store.cache_clear()
