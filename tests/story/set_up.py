"""Keys made as at set-up, files in a folder of their own, and the story's addresses."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.test.utils import override_settings

from tests.support.keys import as_at_set_up

PLAIN = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@contextmanager
def story_set_up(folder: Path) -> Iterator[None]:
    """Everything that the story needs beside its database, in `folder`."""
    # Late: this file is read before the settings are there.
    from kith.core.keystore import ring
    from kith.story import files

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KITH_MASTER_KEY_FILE", str(folder / "keys" / "master"))
        with override_settings(DATA_DIR=folder / "data", STORAGES=PLAIN, ROOT_URLCONF="tests.story.urls"):
            files.store.cache_clear()
            as_at_set_up()
            yield
            ring.cache_clear()
            files.store.cache_clear()
