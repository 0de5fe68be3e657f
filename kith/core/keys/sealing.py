"""AES-256-GCM over short texts, bound to the place where they stand."""

from __future__ import annotations

import os
from dataclasses import dataclass
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from kith.core.keys.errors import TamperedError
from kith.core.keys.secret import Secret

NONCE = 12


@dataclass(frozen=True)
class Place:
    """Where a sealed text stands. Moved to another row or field, it no longer opens."""

    table: str
    row: UUID | str
    field: str

    def encoded(self) -> bytes:
        """Bytes in which no two places are alike (each part with its length)."""
        return framed(self.table, str(self.row), self.field)


def framed(*parts: str) -> bytes:
    """Join parts so that shifting a letter from one to the next gives other bytes."""
    encoded = [part.encode() for part in parts]
    return b"".join(len(part).to_bytes(4) + part for part in encoded)


def seal(key: Secret, text: bytes, bound_to: bytes) -> bytes:
    """Nonce, then ciphertext with its tag. Nonces are random: good for 2**32 texts under one key."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key.reveal()).encrypt(nonce, text, bound_to)


def unseal(key: Secret, sealed: bytes, bound_to: bytes) -> bytes:
    """The text again. Raises TamperedError when it, its key or its place is not the one of sealing."""
    try:
        return AESGCM(key.reveal()).decrypt(sealed[:NONCE], sealed[NONCE:], bound_to)
    except (InvalidTag, ValueError) as error:
        raise TamperedError("A sealed text was altered, or is not where it was sealed.") from error
