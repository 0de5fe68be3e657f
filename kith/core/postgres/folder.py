"""The data folder's locks: turns at its server, and the claim of the one process that serves it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from kith.core.postgres.errors import PostgresError


@contextmanager
def turn(data: Path) -> Iterator[None]:
    """Hold `data` while its server is made, started or stopped; others wait. Raises PostgresError."""
    lock = _open(data, "postgres.lock")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


@contextmanager
def claimed(data: Path) -> Iterator[None]:
    """Hold `data` as the one process that serves it, until the block ends.

    Raises PostgresError at once, naming the process, when another holds it.
    """
    lock = _open(data, "up.lock")
    try:
        try:
            # Not flock: a forked web process that outlives a killed server must not keep the next one out.
            fcntl.lockf(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            holder = os.read(lock, 20).decode("ascii", "replace")
            raise PostgresError(
                f"Another kith up{holder and f' (process {holder})'} already serves {data}:"
                " stop it first, or set KITH_DATA to another folder."
            ) from error
        os.ftruncate(lock, 0)
        os.write(lock, str(os.getpid()).encode("ascii"))
        yield
    finally:
        os.close(lock)


def _open(data: Path, name: str) -> int:
    try:
        if not data.is_dir():
            data.mkdir(parents=True)
            # Others may pass through to what is theirs (the server's system user), and see nothing.
            data.chmod(0o711)
        return os.open(data / name, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise PostgresError(
            f"Cannot write to the data folder {data} ({error.strerror}):"
            " set KITH_DATA to a folder that this user may write to."
        ) from error
