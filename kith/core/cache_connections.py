"""Connections for the cache alone, beside the request's: a small pool for each process, each statement kept at once.

In the request's transaction a count of tries would stay locked until its end, while the password is tried: all who
sign in from one address, as a whole council may, would take turns. And a failed request would lose the count.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Any

from django.db import connection
from psycopg_pool import ConnectionPool

# Each is held for one statement, and waits for nothing that a request holds: two serve many threads. Not taken from
# the requests' own pool, whose every connection may be held by a thread that now asks for a second one.
MOST = 2
_SECONDS_TO_WAIT = 5
_SECONDS_IDLE = 60
_making = Lock()
_pools: dict[int, ConnectionPool[Any]] = {}


@contextmanager
def cache_cursor() -> Iterator[Any]:
    """A cursor whose every statement is committed by itself. Raises Django's database errors, as others do."""
    with connection.wrap_database_errors, _pool().connection() as own, own.cursor() as cursor:
        yield cursor


def _pool() -> ConnectionPool[Any]:
    """This process's own: a connection does not outlive a fork."""
    process = os.getpid()
    with _making:
        if process not in _pools:
            _pools[process] = ConnectionPool(
                kwargs=connection.get_connection_params() | {"autocommit": True},
                min_size=0,
                max_size=MOST,
                timeout=_SECONDS_TO_WAIT,
                reconnect_timeout=_SECONDS_TO_WAIT,
                max_idle=_SECONDS_IDLE,
                check=ConnectionPool.check_connection,
                open=True,
                name="kith-cache",
            )
        return _pools[process]
