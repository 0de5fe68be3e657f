"""Whether two answers can be told from each other by the work they take."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

from django.db import connection

from kith.access.models import Account
from kith.core.acting import acting
from tests.support import make

_PASSING = re.compile(
    r"[0-9a-f]{32}"
    r"|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.]+\+00:00"
)


def blocks_read(account: Account, statement: str, values: Sequence[Any]) -> int:
    """Blocks that PostgreSQL touches for a statement run as the account, once its plans and pages are warm."""
    with acting(make.actor(account), read_only=True), connection.cursor() as cursor:
        # As in a record with people in it: a table of few rows is read whole, with the dead ones of other tests.
        cursor.execute("DISCARD PLANS")
        cursor.execute("SET LOCAL enable_seqscan = off")
        for _warming in range(3):
            cursor.execute(statement, list(values))
            cursor.fetchall()
        found = []
        for _time in range(3):
            cursor.execute(f"EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) {statement}", list(values))
            found += cursor.fetchone()
    # The least of three: a plan that was made anew beside it reads the catalogue as well.
    return min(_blocks(each) for each in found)


def _blocks(explained: Any) -> int:
    plan = (json.loads(explained) if isinstance(explained, str) else explained)[0]["Plan"]
    return int(plan["Shared Hit Blocks"]) + int(plan["Shared Read Blocks"])


def shape_of(statements: Sequence[str]) -> list[str]:
    """Statements without ids and moments, so that two requests about two people can be compared."""
    return [_PASSING.sub("?", each) for each in statements]
