"""GOV.UK Notify, by which letters, texts and e-mails leave: off unless a key is given."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

URL = "https://api.notifications.service.gov.uk"
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
KEY = re.compile(rf".+-{UUID}-{UUID}")
POSTAGE = ("", "economy", "second", "first")
TEMPLATES = {
    "text": "KITH_NOTIFY_TEXT_TEMPLATE",
    "email": "KITH_NOTIFY_EMAIL_TEMPLATE",
}


@dataclass(frozen=True, slots=True, repr=False)
class NotifySettings:
    """What is set up. `postage` empty: letters do not go this way; a template empty: that message does not.

    It has no repr of its fields, so that no log or page of errors can show the key.
    """

    key: str = ""
    url: str = URL
    timeout: float = 15
    postage: str = ""
    text: str = ""
    email: str = ""


def notify() -> NotifySettings:
    """From the environment. Raises ImproperlyConfigured, naming the setting and what would mend it."""
    key = os.environ.get("KITH_NOTIFY_KEY", "")
    if file := os.environ.get("KITH_NOTIFY_KEY_FILE", ""):
        try:
            key = Path(file).read_text().strip()
        except OSError as error:
            raise ImproperlyConfigured(f"KITH_NOTIFY_KEY_FILE cannot be read: {error.strerror}.") from error
    if not key:
        return NotifySettings()
    if not KEY.fullmatch(key):
        raise ImproperlyConfigured(
            "The key of GOV.UK Notify is a name, then two ids of 36 letters: copy it whole."
        )
    url = os.environ.get("KITH_NOTIFY_URL", URL).rstrip("/")
    parts = urlsplit(url)
    if parts.scheme != "https" and parts.hostname not in {"127.0.0.1", "localhost"}:
        raise ImproperlyConfigured("KITH_NOTIFY_URL begins with https://.")
    postage = os.environ.get("KITH_NOTIFY_POSTAGE", "")
    if postage not in POSTAGE:
        raise ImproperlyConfigured("KITH_NOTIFY_POSTAGE is economy, second or first, or is left out.")
    found = {name: os.environ.get(setting, "") for name, setting in TEMPLATES.items()}
    for name, value in found.items():
        if value and not re.fullmatch(UUID, value):
            raise ImproperlyConfigured(f"{TEMPLATES[name]} is the id of a template: 36 letters with dashes.")
    return NotifySettings(key, url, 15, postage, **found)
