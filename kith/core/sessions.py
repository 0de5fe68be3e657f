"""Django's sessions, by functions of the database: the app's login reads one by its key and never their table.

Each store has functions of its own, whose names begin with its `ROOM`.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.sessions.backends.base import CreateError, SessionBase, UpdateError
from django.db import connection


class StoredSession(SessionBase):
    """As Django's own store in the database; one statement for each thing that is done."""

    ROOM: ClassVar[str]

    def load(self) -> dict[str, Any]:
        """What the session holds; nothing where it has ended or never was."""
        data = _asked(f"SELECT {self.ROOM}_session_read(%s)", [self.session_key])
        if data is None:
            self._session_key = None
            return {}
        return self.decode(data)

    def exists(self, session_key: str) -> bool:
        """Whether a session of this key is there."""
        return _asked(f"SELECT {self.ROOM}_session_read(%s)", [session_key]) is not None

    def create(self) -> None:
        """Keep this as a new session, under a key that is free."""
        while True:
            self._session_key = self._get_new_session_key()  # type: ignore[attr-defined]
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create: bool = False) -> None:
        """Keep it. Raises CreateError where a new key is taken, UpdateError where the session has ended."""
        if self.session_key is None:
            self.create()
            return
        data = self.encode(self._get_session(no_load=must_create))  # type: ignore[attr-defined]
        kept = _asked(
            f"SELECT {self.ROOM}_session_write(%s, %s, %s, %s)",
            [self.session_key, data, self.get_expiry_date(), must_create],
        )
        if not kept:
            raise CreateError if must_create else UpdateError

    def delete(self, session_key: str | None = None) -> None:
        """End a session: this one, where none is named."""
        key = session_key or self.session_key
        if key is not None:
            _asked(f"SELECT {self.ROOM}_session_end(%s)", [key])

    @classmethod
    def clear_expired(cls) -> None:
        """Remove sessions whose time is over (Django's command clearsessions)."""
        _asked(f"SELECT {cls.ROOM}_sessions_clear()", [])


def _asked(statement: str, values: list[Any]) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]
