"""The demonstration's own returns, put to our own check."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any, Literal

import pytest

from tests.demo.loading.conftest import TODAY
from tests.demo.loading.explained import QUERIES, UNFINISHED_ERRORS, UNFINISHED_QUERIES

pytestmark = pytest.mark.database
Kind = Literal["ssda903", "cin"]
AUTHORITY = "E10000199"
FINISHED, UNFINISHED = "2025-26", "2026-27"


def accused(year: str) -> dict[str, set[str]]:
    """Severity to the codes of the rules of both returns that find something. Needs the worker's login."""
    from kith.access.models import Account
    from kith.core.actor import Actor
    from kith.returns.checking.engine import check_tables
    from kith.returns.writing import window_of
    from kith.returns.writing.run import read_as

    officer = Account.objects.using("owner").get(login="returns@kithshire.example")
    by = Actor(id=officer.id, role="returns", channel="command", reason="the yearly return")
    found: dict[str, set[str]] = {"error": set(), "query": set()}
    kinds: tuple[Kind, ...] = ("ssda903", "cin")
    for kind in kinds:
        frames = read_as(by, kind, window_of(year, today=TODAY), whole=True).frames
        form = "csv" if kind == "ssda903" else "xml"
        answer = check_tables(kind, year, frames, authority=AUTHORITY, file_format=form)
        assert answer["structure"] == []
        for rule in answer["rules"]:
            if rule["failures"]:
                found[rule["severity"]].add(rule["code"])
    return found


@pytest.mark.parametrize("seed", [1, 7])
def test_its_returns_have_no_error_and_each_query_has_its_reason(
    make: Callable[..., Any], as_worker: Callable[[], AbstractContextManager[None]], seed: int
) -> None:
    make(children=450, seed=seed)
    with as_worker():
        ended, running = accused(FINISHED), accused(UNFINISHED)
    assert ended["error"] == set()
    assert ended["query"] <= set(QUERIES)
    assert running["error"] <= set(UNFINISHED_ERRORS)
    assert running["query"] <= {*QUERIES, *UNFINISHED_QUERIES}
