"""Sessions of the council's accounts."""

from __future__ import annotations

from kith.core.sessions import StoredSession


class SessionStore(StoredSession):
    """See `kith.core.sessions`."""

    ROOM = "access"
