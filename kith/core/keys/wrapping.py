"""Data keys under the master key: made, wrapped and unwrapped."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from kith.core.keys.errors import KeysError, TamperedError
from kith.core.keys.master import MasterKeyFile, MasterKeys
from kith.core.keys.purpose import Purpose
from kith.core.keys.sealing import framed, seal, unseal
from kith.core.keys.secret import SIZE, Secret
from kith.core.keys.stores import WrappedKey


def new_key(purpose: Purpose, number: int, master: MasterKeys) -> WrappedKey:
    """A random data key, wrapped by the current master key."""
    bare = WrappedKey(uuid4(), purpose, number, master.current, b"", datetime.now(UTC))
    return wrap(bare, Secret(secrets.token_bytes(SIZE)), master)


def wrap(key: WrappedKey, secret: Secret, master: MasterKeys) -> WrappedKey:
    """`key` holding `secret`, wrapped by the current master key."""
    key = replace(key, master=master.current)
    return replace(key, wrapped=seal(master.by_id[key.master], secret.reveal(), _bound(key)))


def unwrap(key: WrappedKey, master: MasterKeys, file: MasterKeyFile) -> Secret:
    """The data key inside. Raises KeysError for another master key, TamperedError for an altered row."""
    if key.master not in master.by_id:
        raise KeysError(
            f"The master key {file.path} is not the one that the data was sealed with"
            f" (it needs {key.master}): put that file back, or set KITH_MASTER_KEY_FILE to it."
        )
    try:
        return Secret(unseal(master.by_id[key.master], key.wrapped, _bound(key)))
    except TamperedError as error:
        raise TamperedError(f"The wrapped key {key.id} ({key.purpose}) was altered: restore it.") from error


def _bound(key: WrappedKey) -> bytes:
    # A key moved to another purpose, number or id does not open.
    return framed("kith data key", str(key.id), key.purpose, str(key.number), key.master)
