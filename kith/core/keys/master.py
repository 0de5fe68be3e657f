"""The master key: a file outside the database and the data folder, readable by its owner alone.

Each line is `kith-master-key ID BASE64`. The first wraps; a second is there only while keys are rotated,
so that a rotation broken off half way leaves everything readable.
"""

from __future__ import annotations

import base64
import fcntl
import hashlib
import os
import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from kith.core.keys.errors import KeysError
from kith.core.keys.secret import SIZE, Secret

MARK = "kith-master-key"


def identity(key: Secret) -> str:
    """A short name of a key, from which nothing of the key can be learnt."""
    return hashlib.sha256(b"kith master key identity" + key.reveal()).hexdigest()[:16]


@dataclass(frozen=True)
class MasterKeys:
    """The keys of one file by identity, the wrapping one first."""

    by_id: Mapping[str, Secret] = field(repr=False)

    @property
    def current(self) -> str:
        """Identity of the key that wraps."""
        return next(iter(self.by_id))


class MasterKeyFile:
    """The file that `KITH_MASTER_KEY_FILE` names."""

    def __init__(self, path: Path) -> None:
        self.path = path.expanduser().resolve()

    def check_outside(self, data: Path) -> None:
        """Raise KeysError when the file lies inside the data folder, whose copies would take it along."""
        if self.path.is_relative_to(data.expanduser().resolve()):
            raise KeysError(
                f"The master key {self.path} lies inside the data folder:"
                " move it out, and set KITH_MASTER_KEY_FILE."
            )

    def make_if_missing(self) -> bool:
        """Make a new random key if there is no file; whether one was made. For the demo and for set-up."""
        fresh = Secret(secrets.token_bytes(SIZE))
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            return self._write({identity(fresh): fresh}, only_if_missing=True)
        except OSError as error:
            raise KeysError(f"The master key cannot be made at {self.path}: {error.strerror}.") from error

    def read(self) -> MasterKeys:
        """The keys. Raises KeysError when the file is missing, open to others or not a key file."""
        try:
            with self.path.open(encoding="ascii") as file:
                mode, lines = os.fstat(file.fileno()).st_mode, file.read().split("\n")
            if mode & 0o077:
                raise KeysError(f"The master key {self.path} is open to other users: run chmod 600 on it.")
            keys = [self._parsed(line) for line in lines if line.strip()]
        except FileNotFoundError as error:
            raise KeysError(f"There is no master key at {self.path}: set KITH_MASTER_KEY_FILE.") from error
        except OSError as error:
            raise KeysError(f"The master key {self.path} cannot be read: {error.strerror}.") from error
        except ValueError:
            keys = []
        if not keys:
            raise KeysError(f"{self.path} does not hold a master key of Kith: put the right file back.")
        return MasterKeys({identity(key): key for key in keys})

    def replace(self, keys: Mapping[str, Secret]) -> None:
        """Write these keys in one step, the wrapping one first."""
        try:
            self._write(keys, only_if_missing=False)
        except OSError as error:
            raise KeysError(f"The master key {self.path} cannot be written: {error.strerror}.") from error

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Hold off rotations, and other makers of keys, meanwhile."""
        try:
            folder = os.open(self.path.parent, os.O_RDONLY)  # the file itself is replaced; its folder stays
        except OSError as error:
            raise KeysError(f"There is no master key at {self.path}: set KITH_MASTER_KEY_FILE.") from error
        try:
            fcntl.flock(folder, fcntl.LOCK_EX)
            yield
        finally:
            os.close(folder)

    def _write(self, keys: Mapping[str, Secret], *, only_if_missing: bool) -> bool:
        fresh = self.path.with_name(f"{self.path.name}.{secrets.token_hex(6)}.new")
        handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        try:
            with os.fdopen(handle, "w", encoding="ascii") as file:
                for name, key in keys.items():
                    file.write(f"{MARK} {name} {base64.b64encode(key.reveal()).decode()}\n")
                file.flush()
                os.fsync(file.fileno())
            if only_if_missing:
                os.link(fresh, self.path)  # fails when another process was first
            else:
                fresh.replace(self.path)
        except FileExistsError:
            return False
        finally:
            fresh.unlink(missing_ok=True)
        folder = os.open(self.path.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
        return True

    def _parsed(self, line: str) -> Secret:
        mark, name, encoded = line.split()
        key = Secret(base64.b64decode(encoded, validate=True))
        if mark != MARK or name != identity(key):
            raise ValueError("not a key line")
        return key
