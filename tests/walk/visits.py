"""One visit to one address, and all that a watcher could learn from its answer."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

# These differ from one request to the next whatever was asked for.
PASSING = frozenset({"date", "set-cookie", "expires"})


@dataclass(frozen=True)
class Answer:
    """Status, body, headers that matter, and the statements it took."""

    status: int
    body: bytes
    headers: frozenset[tuple[str, str]]
    statements: tuple[str, ...]
    leads_to: str

    @property
    def told(self) -> tuple[int, bytes, frozenset[tuple[str, str]], int]:
        """What must be the same for a closed record and for none: the work done stands for the time taken."""
        return (self.status, self.body, self.headers, len(self.statements))

    @property
    def read_only(self) -> bool:
        """Whether PostgreSQL was told to refuse writes."""
        return any("'transaction_read_only', 'on'" in statement for statement in self.statements)

    @property
    def asks_why(self) -> bool:
        return b"Why do you need to open this record?" in self.body


def visit(client: Client, address: str) -> Answer:
    """GET an address. Exceptions of views come back as the 500 that a person would see."""
    client.raise_request_exception = False
    connection.queries_log.clear()
    with CaptureQueriesContext(connection) as captured:
        response = client.get(address)
    return Answer(
        status=response.status_code,
        body=response.content,
        headers=frozenset(
            (name.lower(), value) for name, value in response.headers.items() if name.lower() not in PASSING
        ),
        statements=tuple(query["sql"] for query in captured.captured_queries),
        leads_to=response.headers.get("Location", ""),
    )
