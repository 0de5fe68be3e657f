"""The work of each page as the database counts it: one client, one page at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import psycopg
from django.db import connection
from django.test import Client

from kith.core.postgres.urls import database_of, with_database

# Blocks found in memory or read, rows that scans returned or fetched: nobody else is in the database.
_WORK = "SELECT blks_hit + blks_read, tup_returned + tup_fetched FROM pg_stat_database WHERE datname = %s"


def count(superuser_url: str, requests: Sequence[Sequence[str]]) -> list[dict[str, Any]]:
    """Ask for each (kind, path, session, form) and count: [{"kind", "status", "queries", "blocks", "rows"}].

    Each address is asked twice and counted the second time: the first fills the session's caches.
    """
    database = database_of(superuser_url)
    found = []
    # Watched from another database, whose own statistics take no part.
    with psycopg.connect(with_database(superuser_url, "postgres"), autocommit=True) as watcher:

        def work() -> tuple[int, int]:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_stat_force_next_flush()")
            blocks, rows = watcher.execute(_WORK, [database]).fetchall()[0]
            return int(blocks), int(rows)

        for kind, path, session, *form in requests:
            client = Client(raise_request_exception=False, SERVER_NAME="127.0.0.1")
            if session:
                client.cookies["sessionid"] = session
            ask(client, path, *form)
            before = work()
            queries = Queries()
            with connection.execute_wrapper(queries):
                status = ask(client, path, *form)
            after = work()
            found.append(
                {
                    "kind": kind,
                    "status": status,
                    "queries": queries.count,
                    "blocks": after[0] - before[0],
                    "rows": after[1] - before[1],
                }
            )
    return found


def ask(client: Client, path: str, form: str = "") -> int:
    """The status of one page; with `form` it is posted."""
    if form:
        return int(client.post(path, form, content_type="application/x-www-form-urlencoded").status_code)
    return int(client.get(path).status_code)


class Queries:
    """Counts what is sent to the database."""

    def __init__(self) -> None:
        self.count = 0

    def __call__(self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        self.count += 1
        return execute(sql, params, many, context)
