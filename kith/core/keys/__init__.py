"""Envelope encryption: a master key wraps data keys, and data keys encrypt what must stay closed.

The master key is a file outside the database and the data folder. Wrapped data keys are kept behind the
`KeyStore` port. Administrators can rotate the master key; nothing here shows a key to anybody.
"""

from __future__ import annotations

from kith.core.keys.errors import KeysError, TamperedError
from kith.core.keys.master import MasterKeyFile
from kith.core.keys.purpose import Purpose
from kith.core.keys.ring import KeyRing
from kith.core.keys.rotation import rotate
from kith.core.keys.sealing import Place
from kith.core.keys.signing import Signer, is_signed_by
from kith.core.keys.stores import FileKeyStore, KeyStore, MemoryKeyStore, WrappedKey

__all__ = [
    "FileKeyStore",
    "KeyRing",
    "KeyStore",
    "KeysError",
    "MasterKeyFile",
    "MemoryKeyStore",
    "Place",
    "Purpose",
    "Signer",
    "TamperedError",
    "WrappedKey",
    "is_signed_by",
    "rotate",
]
