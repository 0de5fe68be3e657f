from __future__ import annotations

from pathlib import Path

import pytest

from kith.core.keys import FileKeyStore, KeyRing, KeyStore, MasterKeyFile, MemoryKeyStore


@pytest.fixture
def master(tmp_path: Path) -> MasterKeyFile:
    file = MasterKeyFile(tmp_path / "outside" / "master.key")
    assert file.make_if_missing()
    return file


@pytest.fixture(params=["memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> KeyStore:
    return MemoryKeyStore() if request.param == "memory" else FileKeyStore(tmp_path / "wrapped.json")


@pytest.fixture
def ring(master: MasterKeyFile, store: KeyStore) -> KeyRing:
    ring = KeyRing(master, store)
    ring.ready()
    return ring
