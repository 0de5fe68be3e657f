"""Where a file of ours is served. A page names a dozen, the same on every page: each is worked out once."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from django.conf import settings
from django.core.files.storage import Storage, storages
from django.templatetags.static import static as worked_out

# A storage is another one after settings have changed, and what was known of the one before goes with it.
_KNOWN: WeakKeyDictionary[Storage, dict[tuple[bool, str], str]] = WeakKeyDictionary()


def static(path: str) -> str:
    """The address of a static file, by its path. Raises ValueError for a file that was never gathered."""
    known = _KNOWN.setdefault(storages["staticfiles"], {})
    # A storage answers otherwise while errors are shown to who asks.
    named = settings.DEBUG, path
    if named not in known:
        known[named] = worked_out(path)
    return known[named]
