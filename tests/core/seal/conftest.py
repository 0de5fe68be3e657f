"""A worker with keys and an anchor of its own, and a superuser who means harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:  # Django is set up after this file is read
    from kith.core.seal import FileAnchor
    from kith.people.models import Person
    from tests.core.seal.acts import Superuser


@pytest.fixture(autouse=True)
def anchor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FileAnchor:
    from kith.core.seal import FileAnchor

    monkeypatch.setenv("KITH_SEAL_ANCHOR", str(tmp_path / "elsewhere" / "anchor"))
    monkeypatch.setenv("KITH_MASTER_KEY_FILE", str(tmp_path / "keys" / "master-key"))
    return FileAnchor(tmp_path / "elsewhere" / "anchor")


@pytest.fixture
def worker(anchor: FileAnchor, kith_database: None) -> Iterator[None]:
    from kith.core.keystore import ring
    from tests.support.keys import as_at_set_up
    from tests.support.worker import worker_login

    as_at_set_up()
    with worker_login():
        yield
    ring.cache_clear()


@pytest.fixture
def superuser(kith_database: None) -> Superuser:
    from tests.core.seal.acts import as_superuser

    return as_superuser


@pytest.fixture
def written(worker: None) -> Person:
    from tests.core.seal.acts import a_record_with_history

    return a_record_with_history()
