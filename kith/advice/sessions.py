"""Sessions of the charity's own accounts, under a cookie of their own."""

from __future__ import annotations

from kith.core.sessions import StoredSession


class SessionStore(StoredSession):
    """See `kith.core.sessions`."""

    ROOM = "advice"
