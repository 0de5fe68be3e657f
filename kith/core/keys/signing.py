"""Ed25519 signatures, for the head of the audit chain."""

from __future__ import annotations

from uuid import UUID

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kith.core.keys.secret import Secret


class Signer:
    """Signs with one key. `key_id` says which, `public` is all that a checker elsewhere needs."""

    def __init__(self, key_id: UUID, seed: Secret) -> None:
        self.key_id = key_id
        self._key = Ed25519PrivateKey.from_private_bytes(seed.reveal())

    @property
    def public(self) -> bytes:
        """The public key, 32 bytes."""
        return self._key.public_key().public_bytes_raw()

    def sign(self, message: bytes) -> bytes:
        """A signature of 64 bytes."""
        return self._key.sign(message)

    def __repr__(self) -> str:
        return f"Signer({self.key_id})"


def is_signed_by(public: bytes, signature: bytes, message: bytes) -> bool:
    """Whether `signature` over `message` was made by the key of `public` (32 bytes)."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
