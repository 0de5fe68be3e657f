"""Django's cache, in the database and in JSON: whoever can write its table cannot make a process run what is written.

Django's own database cache keeps pickles, and reading a pickle runs it. Entries whose time is over are removed when
something is set, never when something is read: a GET writes nothing.

It works on connections of its own (kith.core.cache_connections): what is set is there at once, for everybody.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from django.core.cache.backends.base import DEFAULT_TIMEOUT, BaseCache

from kith.core.cache_connections import cache_cursor

_READ = "SELECT value FROM core_cache WHERE cache_key = %s AND expires > clock_timestamp()"
_SET = """
INSERT INTO core_cache (cache_key, value, expires) VALUES (%s, %s, %s)
ON CONFLICT (cache_key) DO UPDATE SET value = excluded.value, expires = excluded.expires"""
# An entry whose time is over is as good as none.
_ADD = _SET + " WHERE core_cache.expires <= clock_timestamp()"
_TOUCH = "UPDATE core_cache SET expires = %s WHERE cache_key = %s AND expires > clock_timestamp()"
_DELETE = "DELETE FROM core_cache WHERE cache_key = %s"
# What another transaction is busy with is left to it, so that no two ever wait for each other.
_SWEEP = """
DELETE FROM core_cache WHERE cache_key IN (
    SELECT cache_key FROM core_cache WHERE expires <= clock_timestamp() LIMIT 1000 FOR UPDATE SKIP LOCKED)"""
_FOR_EVER = datetime(9999, 1, 1, tzinfo=UTC)
Timeout = float | None


class JsonCache(BaseCache):
    """Values of JSON alone: text, numbers, true and false, null, lists, and objects with text for keys."""

    def __init__(self, _location: str, params: dict[str, Any]) -> None:
        super().__init__(params)

    def get(self, key: Any, default: Any = None, version: int | None = None) -> Any:
        """The value; `default` where there is none, its time is over, or what stands there is no JSON."""
        with cache_cursor() as cursor:
            cursor.execute(_READ, [self.make_and_validate_key(key, version=version)])
            row = cursor.fetchone()
        try:
            return default if row is None else json.loads(row[0])
        except ValueError:
            return default

    def set(
        self, key: Any, value: Any, timeout: Timeout = DEFAULT_TIMEOUT, version: int | None = None
    ) -> None:
        """Keep a value. Raises TypeError for one that JSON does not have."""
        self._write(_SET, key, value, timeout, version)
        with cache_cursor() as cursor:
            cursor.execute(_SWEEP)

    def add(
        self, key: Any, value: Any, timeout: Timeout = DEFAULT_TIMEOUT, version: int | None = None
    ) -> bool:
        """Keep a value where there is none; whether it was kept. Raises TypeError as `set` does."""
        return self._write(_ADD, key, value, timeout, version)

    def touch(self, key: Any, timeout: Timeout = DEFAULT_TIMEOUT, version: int | None = None) -> bool:
        """Give an entry a new time; whether there was one."""
        return self._changed(_TOUCH, [self._until(timeout), self.make_and_validate_key(key, version=version)])

    def delete(self, key: Any, version: int | None = None) -> bool:
        """Remove an entry; whether there was one."""
        return self._changed(_DELETE, [self.make_and_validate_key(key, version=version)])

    def clear(self) -> None:
        """Remove everything."""
        self._changed("DELETE FROM core_cache", [])

    def _write(self, statement: str, key: Any, value: Any, timeout: Timeout, version: int | None) -> bool:
        kept = json.dumps(value, allow_nan=False)
        return self._changed(
            statement, [self.make_and_validate_key(key, version=version), kept, self._until(timeout)]
        )

    def _until(self, timeout: Timeout) -> datetime:
        at = self.get_backend_timeout(timeout)
        return _FOR_EVER if at is None else datetime.fromtimestamp(at, tz=UTC)

    @staticmethod
    def _changed(statement: str, values: list[Any]) -> bool:
        with cache_cursor() as cursor:
            cursor.execute(statement, values)
            return bool(cursor.rowcount > 0)
