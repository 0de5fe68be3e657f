from __future__ import annotations

from pathlib import Path

import pytest

from kith.core.files import FileStore
from kith.core.keys import KeyRing, MasterKeyFile, MemoryKeyStore


@pytest.fixture
def ring(tmp_path: Path) -> KeyRing:
    master = MasterKeyFile(tmp_path / "master.key")
    master.make_if_missing()
    return KeyRing(master, MemoryKeyStore())


@pytest.fixture
def files(tmp_path: Path, ring: KeyRing) -> FileStore:
    return FileStore(tmp_path / "files", ring)
