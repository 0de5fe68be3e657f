"""What the story's tests stand on: keys made as at set-up, files in a folder of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test.utils import override_settings

PLAIN = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@pytest.fixture(autouse=True)
def _keys_and_files(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    if request.node.get_closest_marker("database") is None:
        yield
        return
    # Late: this file is read before the settings are there.
    from kith.core.keystore import ensure_keys, ring
    from kith.story import files

    request.getfixturevalue("kith_database")
    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(tmp_path / "keys" / "master"))
    with override_settings(DATA_DIR=tmp_path / "data", STORAGES=PLAIN, ROOT_URLCONF="tests.story.urls"):
        ring.cache_clear()
        files.store.cache_clear()
        ensure_keys(using="owner")
        yield
        ring.cache_clear()
        files.store.cache_clear()
