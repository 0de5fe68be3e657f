"""Processor seconds of a server's processes: what a busy machine cannot stretch as it stretches the clock.

Read where the server is on this machine and the system tells it (Linux); elsewhere nothing is told.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path
from types import TracebackType

import psycopg

EVERY = 0.1
_HERE = "SELECT pid FROM pg_stat_activity WHERE datname = %s AND pid <> pg_backend_pid()"


def seconds_of(pid: int) -> float | None:
    """User and system seconds of a process; None where it is gone or cannot be told."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    except OSError:
        return None
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Watch:
    """While it is open, adds up the seconds of every server process that works in one database."""

    def __init__(self, superuser_url: str, database: str) -> None:
        self._url, self._database = superuser_url, database
        self._known: dict[int, float] = {}
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    @property
    def seconds(self) -> float | None:
        """The sum, to within a tenth of a second for each process; None where nothing could be told."""
        return sum(self._known.values()) if self._known else None

    def __enter__(self) -> Watch:
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        self._thread.join()

    def _look(self) -> None:
        with psycopg.connect(self._url, autocommit=True) as connection:
            while not self._done.wait(EVERY):
                for (pid,) in connection.execute(_HERE, [self._database]).fetchall():
                    used = seconds_of(pid)
                    if used is not None:
                        self._known[pid] = used
