"""A limit on asking, kept in the memory of one web process: a GET may write nothing, not even how often it came."""

from __future__ import annotations

import time
from collections import OrderedDict
from threading import Lock


class Limit:
    """So many askings by one key in so many seconds. Holds the latest `remembers` keys, so that it stays small."""

    def __init__(self, times: int, seconds: float, remembers: int = 10_000) -> None:
        self._times, self._seconds, self._remembers = times, seconds, remembers
        self._asked: OrderedDict[str, list[float]] = OrderedDict()
        self._lock = Lock()

    def allows(self, key: str, now: float | None = None) -> bool:
        """Whether this asking, which is counted, is still within the limit. `now`: seconds of a steady clock."""
        at = time.monotonic() if now is None else now
        with self._lock:
            recent = [each for each in self._asked.pop(key, []) if at - each < self._seconds]
            allowed = len(recent) < self._times
            self._asked[key] = [*recent, at] if allowed else recent
            while len(self._asked) > self._remembers:
                self._asked.popitem(last=False)
        return allowed

    def forget(self) -> None:
        """Forget everybody (for tests)."""
        with self._lock:
            self._asked.clear()
