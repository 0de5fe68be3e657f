"""The database server: an embedded PostgreSQL by default, any other PostgreSQL 15+ by settings.

Everything that Kith asks of a server is here, and nothing here imports Django: start and stop one
(`Cluster`), lay roles, database and extensions on one (`prepare`, `roles_sql`), and refuse logins that
would see past row level security (`check_logins`).
"""

from __future__ import annotations

from kith.core.postgres.cluster import Cluster
from kith.core.postgres.errors import LoginRefusedError, PostgresError
from kith.core.postgres.folder import claimed
from kith.core.postgres.logins import check_logins
from kith.core.postgres.prepare import drop, prepare
from kith.core.postgres.roles import roles_sql
from kith.core.postgres.urls import Urls, urls_for

__all__ = [
    "Cluster",
    "LoginRefusedError",
    "PostgresError",
    "Urls",
    "check_logins",
    "claimed",
    "drop",
    "prepare",
    "roles_sql",
    "urls_for",
]
