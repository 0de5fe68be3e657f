"""A code is worked out from its own id and the house's secret: nothing that is kept, and no copy of it, tells it."""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta
from uuid import UUID

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

DIGITS = 6
LASTS = timedelta(minutes=10)


def code_of(code: UUID) -> str:
    """The six digits of one code, by truncation as in RFC 4226 section 5.3, with the code's id as its counter."""
    made = hmac.new(_key(b"kith sign-in code"), code.bytes, hashlib.sha256).digest()
    at = made[-1] & 15
    number = int.from_bytes(made[at : at + 4], "big") & 0x7FFFFFFF
    return str(number % 10**DIGITS).zfill(DIGITS)


def digest_of(code: UUID, typed: str) -> str:
    """What the database keeps of a code and compares with: of no use without the house's secret."""
    return hmac.new(
        _key(b"kith sign-in code digest"), code.bytes + typed.encode(), hashlib.sha256
    ).hexdigest()


def _key(purpose: bytes) -> bytes:
    """Fresh each time, so that a change of the secret holds at once: codes under way die with it."""
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose).derive(
        str(settings.SECRET_KEY).encode()
    )
