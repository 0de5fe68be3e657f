"""Where wrapped data keys are kept: a port, with a store in memory and one in a file."""

from __future__ import annotations

import base64
import fcntl
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Protocol
from uuid import UUID

from kith.core.keys.errors import KeysError
from kith.core.keys.purpose import Purpose


@dataclass(frozen=True)
class WrappedKey:
    """A data key, encrypted with the master key `master`. The highest `number` of a purpose is in use."""

    id: UUID
    purpose: Purpose
    number: int
    master: str
    wrapped: bytes
    made_at: datetime


class KeyStore(Protocol):
    """What a place for wrapped keys must do. What it answers for is kept for good (committed) by then."""

    def read(self) -> Sequence[WrappedKey]:
        """All of them."""

    def add(self, key: WrappedKey) -> WrappedKey:
        """Keep `key`, unless its purpose and number are taken; return the one that is kept."""

    def rewrap(self, keys: Sequence[WrappedKey]) -> None:
        """Replace `master` and `wrapped` of the keys with these ids: all of them or none."""


class MemoryKeyStore:
    """For tests, and for commands that keep nothing."""

    def __init__(self) -> None:
        self._keys: dict[UUID, WrappedKey] = {}

    def read(self) -> Sequence[WrappedKey]:
        return list(self._keys.values())

    def add(self, key: WrappedKey) -> WrappedKey:
        for kept in self._keys.values():
            if (kept.purpose, kept.number) == (key.purpose, key.number):
                return kept
        self._keys[key.id] = key
        return key

    def rewrap(self, keys: Sequence[WrappedKey]) -> None:
        self._keys |= {
            key.id: replace(self._keys[key.id], master=key.master, wrapped=key.wrapped) for key in keys
        }


class FileKeyStore:
    """Wrapped keys in one JSON file, for those who keep them apart from the database."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def read(self) -> Sequence[WrappedKey]:
        return self._load().read()

    def add(self, key: WrappedKey) -> WrappedKey:
        with self._turn():
            kept = self._load()
            answer = kept.add(key)
            self._save(kept)
        return answer

    def rewrap(self, keys: Sequence[WrappedKey]) -> None:
        with self._turn():
            kept = self._load()
            kept.rewrap(keys)
            self._save(kept)

    def _load(self) -> MemoryKeyStore:
        kept = MemoryKeyStore()
        try:
            for row in json.loads(self.path.read_text("utf-8")):
                kept.add(_from_json(row))
        except FileNotFoundError:
            return kept
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise KeysError(f"The wrapped keys in {self.path} cannot be read: put the file back.") from error
        return kept

    def _save(self, kept: MemoryKeyStore) -> None:
        fresh = self.path.with_name(f"{self.path.name}.new")
        try:
            with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
                json.dump([_to_json(key) for key in kept.read()], file, indent=1)
                file.flush()
                os.fsync(file.fileno())
            fresh.replace(self.path)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            raise KeysError(
                f"The wrapped keys cannot be written to {self.path}: {error.strerror}."
            ) from error

    @contextmanager
    def _turn(self) -> Iterator[None]:
        lock = os.open(self.path.with_name(f"{self.path.name}.lock"), os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def _to_json(key: WrappedKey) -> dict[str, str | int]:
    return {
        "id": str(key.id),
        "purpose": key.purpose.value,
        "number": key.number,
        "master": key.master,
        "wrapped": base64.b64encode(key.wrapped).decode(),
        "made_at": key.made_at.isoformat(),
    }


def _from_json(row: dict[str, str]) -> WrappedKey:
    return WrappedKey(
        id=UUID(row["id"]),
        purpose=Purpose(row["purpose"]),
        number=int(row["number"]),
        master=row["master"],
        wrapped=base64.b64decode(row["wrapped"]),
        made_at=datetime.fromisoformat(row["made_at"]),
    )
