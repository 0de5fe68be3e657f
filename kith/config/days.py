"""Days that a council gives in its settings."""

from __future__ import annotations

import os
from datetime import date

from django.core.exceptions import ImproperlyConfigured


def day_given(name: str) -> date | None:
    """The day that a setting names, or None. Raises ImproperlyConfigured for what is no day."""
    given = os.environ.get(name, "").strip()
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a day such as 2026-09-01, and is {given!r}.") from None
