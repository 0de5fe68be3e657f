"""The data keys in use: wrapped in the database, opened with the master key that lies outside it.

The app's login reads wrapped keys and never writes one: they are made at set-up, by the owner's login.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from uuid import UUID

from django.conf import settings
from django.db import connections, transaction

from kith.core.keys import KeyRing, KeysError, MasterKeyFile, Purpose, WrappedKey
from kith.core.models import WrappedKey as Row

_TURN = "SELECT pg_advisory_xact_lock(hashtext('kith.wrappedkeys'))"


class TableKeyStore:
    """Wrapped keys in `core_wrappedkey`. `writes`: the connection that may add to them, or None."""

    def __init__(self, reads: str = "default", writes: str | None = None) -> None:
        self.reads, self.writes = reads, writes

    def read(self) -> Sequence[WrappedKey]:
        return [_key(row) for row in Row.objects.using(self.reads).order_by("id")]

    def add(self, key: WrappedKey) -> WrappedKey:
        """Raises KeysError where this login may not make keys."""
        if self.writes is None:
            raise KeysError("The data keys have not been made yet: start Kith with `kith up`, which makes them.")
        with transaction.atomic(using=self.writes):
            self._take_turn()
            for row in Row.objects.using(self.writes).filter(purpose=key.purpose.value):
                kept = _key(row)
                if kept.number == key.number:
                    return kept
            Row(purpose=key.purpose.value, key_id=str(key.id), wrapped=_framed(key), made_at=key.made_at).save(
                using=self.writes
            )
        return key

    def rewrap(self, keys: Sequence[WrappedKey]) -> None:
        if self.writes is None:
            raise KeysError("This login may not change data keys: run `kith keys rotate`.")
        with transaction.atomic(using=self.writes):
            self._take_turn()
            for key in keys:
                Row.objects.using(self.writes).filter(key_id=str(key.id)).update(wrapped=_framed(key))

    def _take_turn(self) -> None:
        with connections[str(self.writes)].cursor() as cursor:
            cursor.execute(_TURN)


def _framed(key: WrappedKey) -> bytes:
    # The table has no columns for these two: they stand before the wrapped key, which is bound to both.
    return f"{key.number}:{key.master}:".encode() + key.wrapped


def _key(row: Row) -> WrappedKey:
    number, master, wrapped = bytes(row.wrapped).split(b":", 2)
    return WrappedKey(
        id=UUID(row.key_id),
        purpose=Purpose(row.purpose),
        number=int(number),
        master=master.decode(),
        wrapped=wrapped,
        made_at=row.made_at,
    )


def master_key_file() -> MasterKeyFile:
    """The file that KITH_MASTER_KEY_FILE names; for the demonstration, one beside the data folder."""
    data = Path(settings.DATA_DIR)
    given = os.environ.get("KITH_MASTER_KEY_FILE")
    return MasterKeyFile(Path(given) if given else data.with_name(f"{data.name}-master-key"))


@lru_cache(maxsize=1)
def ring() -> KeyRing:
    """The keys of this process, opened as they are asked for."""
    return KeyRing(master_key_file(), TableKeyStore())


def make_keys(using: str = "owner") -> None:
    """Make the first data key of every purpose, at set-up. Raises KeysError when a key cannot be opened.

    The master key is made where there is none, except in production, where it is given from outside.
    """
    file = master_key_file()
    file.check_outside(Path(settings.DATA_DIR))
    if os.environ.get("KITH_ENV") != "production":
        file.make_if_missing()
    KeyRing(file, TableKeyStore(reads=using, writes=using)).ready()
