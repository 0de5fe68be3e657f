"""Returns are written by the worker's login, on the word of a returns officer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.returns.load.conftest import as_worker, rows, write

__all__ = ["as_worker", "officer", "rows", "taken", "write"]


@pytest.fixture
def officer(as_worker: None) -> Any:
    """The actor of a command that a returns officer asked for."""
    from kith.core.actor import Actor
    from tests.support import make

    account = make.account("returns", login="returns@kithshire.example")
    return Actor(id=account.id, role="returns", channel="command", reason="the yearly return")


@pytest.fixture
def taken(officer: Any) -> Callable[..., Any]:
    """Takes a return out of the record, after loading the folders that are given."""

    def take(kind: str, year: str, *folders: Path, whole: bool = False) -> Any:
        from kith.returns.load import load
        from kith.returns.writing.run import read_as
        from tests.returns.writing.making import window

        if folders:
            load(folders)
        return read_as(officer, kind, window(year), whole=whole)  # type: ignore[arg-type]

    return take
