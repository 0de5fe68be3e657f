"""Connections from a pool in which, where one was cut, all are looked at at once.

The pool's own check tries one after the other, each after a longer wait than the last: after a restart of the database,
or of a network between, that would be longer than anybody waits for a page.
"""

from __future__ import annotations

from typing import Any

import psycopg
from django.db.backends.postgresql import base
from psycopg_pool import ConnectionPool


class DatabaseWrapper(base.DatabaseWrapper):
    """As Django's. CONN_HEALTH_CHECKS is to be off: what the pool gives is checked here."""

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        """A connection that answers. Raises OperationalError where there is none in time."""
        found = super().get_new_connection(conn_params)
        if self.pool is None or _answers(found):
            return found
        self.pool.putconn(found)
        self.pool.check()
        return super().get_new_connection(conn_params)


def _answers(connection: Any) -> bool:
    try:
        ConnectionPool.check_connection(connection)
    except psycopg.Error:
        return False
    return True
