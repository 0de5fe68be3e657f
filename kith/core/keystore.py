"""The wrapped data keys, kept in the database; the master key that opens them lies outside it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import Error, connections

from kith.core.keys import KeyRing, KeysError, MasterKeyFile, Purpose, WrappedKey, rotate

_COLUMNS = "key_id, purpose, number, master, wrapped, made_at"
_ADD = f"""
INSERT INTO core_wrappedkey ({_COLUMNS}) VALUES (%s, %s, %s, %s, %s, %s)
    ON CONFLICT (purpose, number) DO NOTHING
"""


class DatabaseKeyStore:
    """Wrapped keys in the table core_wrappedkey.

    It works on a connection of its own: a key that has been used must not vanish when the caller's
    transaction is rolled back. The app's login may read; only the worker's may add or re-wrap.
    """

    def __init__(self, using: str = "default") -> None:
        self._using = using

    def read(self) -> Sequence[WrappedKey]:
        with self._cursor() as cursor:
            cursor.execute(f"SELECT {_COLUMNS} FROM core_wrappedkey ORDER BY purpose, number")
            return [_key(row) for row in cursor.fetchall()]

    def add(self, key: WrappedKey) -> WrappedKey:
        values = [str(key.id), key.purpose.value, key.number, key.master, key.wrapped, key.made_at]
        with self._cursor() as cursor:
            cursor.execute(_ADD, values)
            cursor.execute(
                f"SELECT {_COLUMNS} FROM core_wrappedkey WHERE purpose = %s AND number = %s", values[1:3]
            )
            return _key(cursor.fetchone())

    def rewrap(self, keys: Sequence[WrappedKey]) -> None:
        with self._cursor() as cursor:
            cursor.executemany(
                "UPDATE core_wrappedkey SET master = %s, wrapped = %s WHERE key_id = %s",
                [[key.master, key.wrapped, str(key.id)] for key in keys],
            )

    @contextmanager
    def _cursor(self) -> Iterator[Any]:
        own = connections.create_connection(self._using)
        try:
            # The alias names the connection of this thread; this one is beside it, so it is managed by hand.
            own.set_autocommit(False)
            with own.cursor() as cursor:
                yield cursor
            own.commit()
        except Error as error:
            raise KeysError(
                f"The wrapped keys cannot be read or kept: {str(error).split(chr(10))[0]}"
            ) from error
        finally:
            own.close()


def master_key_file() -> MasterKeyFile:
    """The file that KITH_MASTER_KEY_FILE names; without it, one in a folder beside the data folder."""
    return master_key_file_of(Path(settings.DATA_DIR))


def master_key_file_of(data: Path) -> MasterKeyFile:
    """The same of a data folder, for commands that ask no settings."""
    given = os.environ.get("KITH_MASTER_KEY_FILE")
    return MasterKeyFile(Path(given) if given else data.with_name(f"{data.name}-keys") / "master-key")


@cache
def ring(using: str = "default") -> KeyRing:
    """The keys of this process, opened when first needed."""
    return KeyRing(master_key_file(), DatabaseKeyStore(using))


def ensure_keys(using: str = "default") -> None:
    """At set-up, as the worker's login: make the master key and the first data keys where there are none.

    Raises KeysError with one line when the master key lies inside the data folder, when production names
    no file for it, or when it is not the one that the data keys are wrapped with.
    """
    file = master_key_file()
    file.check_outside(Path(settings.DATA_DIR))
    if os.environ.get("KITH_ENV") == "production" and not os.environ.get("KITH_MASTER_KEY_FILE"):
        raise KeysError("KITH_MASTER_KEY_FILE must name the master key's file when KITH_ENV=production.")
    store = DatabaseKeyStore(using)
    if not store.read():  # else a new master key would only hide that the right one is missing
        file.make_if_missing()
    KeyRing(file, store).ready()


def rotate_keys(using: str = "default") -> int:
    """A new master key over the same data keys, as the worker's login. How many were re-wrapped."""
    return rotate(master_key_file(), DatabaseKeyStore(using))


def _key(row: Sequence[Any]) -> WrappedKey:
    key_id, purpose, number, master, wrapped, made_at = row
    return WrappedKey(UUID(key_id), Purpose(purpose), number, master, bytes(wrapped), made_at)
