"""What the return of this year says of a child, as the worker's login writes it for a returns officer."""

from __future__ import annotations

import datetime as dt
import os
from typing import Any

import psycopg

from kith.core.actor import Actor
from tests.support import make
from tests.support.worker import worker_login

TODAY = dt.date(2026, 11, 20)


def may_write() -> None:
    """As the set-up of a house does it: the worker's login may make the temporary tables that writing needs."""
    with psycopg.connect(os.environ["KITH_OWNER_URL"]) as owner:
        name = owner.info.dbname
        owner.execute(f'GRANT TEMPORARY ON DATABASE "{name}" TO kith_worker')


def written(kind: str, year: str = "2026-27") -> dict[str, list[dict[str, str]]]:
    """Table to rows of the whole return, blank items left out."""
    from kith.returns.writing import window_of
    from kith.returns.writing.run import read_as

    account = make.account("returns")
    officer = Actor(id=account.id, role="returns", channel="command", reason="the yearly return")
    may_write()
    with worker_login():
        taken = read_as(officer, kind, window_of(year, today=TODAY), whole=True)  # type: ignore[arg-type]
    return {table: [_said(row) for row in frame.to_pylist()] for table, frame in taken.frames.items()}


def _said(row: dict[str, Any]) -> dict[str, str]:
    return {name: value for name, value in row.items() if value is not None}
