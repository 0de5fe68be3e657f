"""The secret of a calendar's address or of a link in an email: made once, kept as a digest alone (docs/adr/0121)."""

from __future__ import annotations

import hashlib
import secrets
from uuid import UUID

from django.db import connection

from kith.core.actor import Actor

BYTES = 32  # 256 bits: nobody guesses it, so one round of SHA-256 is enough of a digest


def make_secret() -> str:
    """A new secret, fit for an address: 43 characters."""
    return secrets.token_urlsafe(BYTES)


def digest_of(secret: str) -> str:
    """Its SHA-256 in hexadecimal, whatever was asked with."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def reader_of(digest: str) -> Actor | None:
    """The account whose calendar it is, where that is open today; one statement, whether or not there is one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT account, role FROM access_calendar_of(%s)", [digest])
        row: tuple[UUID, str] | None = cursor.fetchone()
    return None if row is None else Actor(id=row[0], role=row[1], channel="web")
