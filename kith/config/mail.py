"""How mail leaves: by a mail server that KITH_MAIL_URL names; in the demonstration, into files of the data folder."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

PORTS = {"smtp": 587, "smtps": 465}
REMEDY = (
    "KITH_MAIL_URL is smtp://user:password@server:587 (with STARTTLS) or smtps://user:password@server:465."
)


def mail(data: Path, *, production: bool) -> tuple[bool, dict[str, Any]]:
    """Whether mail can be sent, and Django's settings for it. Raises ValueError for an address that is none."""
    url = os.environ.get("KITH_MAIL_URL", "")
    found: dict[str, Any] = {
        "DEFAULT_FROM_EMAIL": os.environ.get("KITH_MAIL_FROM", "kith@localhost"),
        "EMAIL_TIMEOUT": 10,
    }
    if not url:
        files = "django.core.mail.backends.filebased.EmailBackend"
        return not production, found | {"EMAIL_BACKEND": files, "EMAIL_FILE_PATH": str(data / "mail")}
    parts = urlsplit(url)
    if parts.scheme not in PORTS or not parts.hostname:
        raise ValueError(REMEDY)
    return True, found | {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or PORTS[parts.scheme],
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": parts.scheme == "smtp",
    }
