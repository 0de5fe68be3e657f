"""A new master key over the same data keys: nothing that was sealed is touched."""

from __future__ import annotations

import secrets

from kith.core.keys.master import MasterKeyFile, MasterKeys, identity
from kith.core.keys.secret import SIZE, Secret
from kith.core.keys.stores import KeyStore
from kith.core.keys.wrapping import unwrap, wrap


def rotate(file: MasterKeyFile, store: KeyStore) -> int:
    """Make a new master key and wrap every data key with it; how many there were.

    Everything stays readable at every moment: both keys are in the file until the last data key is
    wrapped anew, so a rotation that was broken off is finished by running it again. Raises KeysError.
    """
    with file.turn():
        return _rotate(file, store)


def _rotate(file: MasterKeyFile, store: KeyStore) -> int:
    fresh = Secret(secrets.token_bytes(SIZE))
    before = file.read()
    both = MasterKeys({identity(fresh): fresh, **before.by_id})
    # Opened before anything is written: a wrong master key must change nothing.
    rewrapped = [wrap(key, unwrap(key, both, file), both) for key in store.read()]
    file.replace(both.by_id)
    store.rewrap(rewrapped)
    file.replace({both.current: fresh})
    return len(rewrapped)
