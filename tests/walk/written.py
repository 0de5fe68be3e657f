"""What was written between two moments: by row counts and newest transaction of every table."""

from __future__ import annotations

import psycopg

from kith.core.postgres.urls import with_database
from tests.conftest import SERVER

# The one thing that a GET writes (the design's view log).
VIEW_LOG = "access_look"
SESSIONS = "django_session"
_TABLES = """
SELECT string_agg(format('SELECT %L, count(*), max(xmin::text::bigint) FROM %I', relname, relname), ' UNION ALL ')
  FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
"""

Snapshot = dict[str, tuple[int, int | None]]


class Written:
    """Looks at the database past every policy, as its superuser."""

    def __init__(self) -> None:
        assert SERVER.urls is not None
        self._connection = psycopg.connect(
            with_database(SERVER.urls.superuser, SERVER.database), autocommit=True
        )
        found = self._connection.execute(_TABLES).fetchone()
        assert found is not None
        self._query = found[0]

    def now(self) -> Snapshot:
        """Every table, with its number of rows and the newest transaction that made or changed one."""
        return {name: (count, newest) for name, count, newest in self._connection.execute(self._query)}

    def since(self, before: Snapshot) -> set[str]:
        """Tables that differ from an earlier snapshot."""
        return changed(before, self.now())

    def close(self) -> None:
        self._connection.close()


def changed(before: Snapshot, after: Snapshot) -> set[str]:
    """Tables that differ between two snapshots."""
    return {name for name, state in after.items() if before[name] != state}
