"""Django's own secret: made once beside the data for the demonstration, given from outside in production."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def secret_key(data: Path, *, production: bool) -> str:
    """The secret for sessions and forms. Raises ImproperlyConfigured when production gives none."""
    given = os.environ.get("KITH_SECRET_KEY")
    if given:
        return given
    if production:
        raise ImproperlyConfigured(
            "KITH_SECRET_KEY must be set when KITH_ENV=production: a long random text."
        )
    file = data / "secret-key"
    if not file.exists():
        data.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as stream:
            stream.write(secrets.token_urlsafe(64))
    return file.read_text().strip()


def fallbacks() -> list[str]:
    """Earlier secrets, newest first: what they signed still holds, and nothing new is signed with them."""
    given = os.environ.get("KITH_SECRET_KEY_FALLBACKS", "")
    return [secret for part in given.split(",") if (secret := part.strip())]
