"""Ctrl-C is Ctrl-C while DuckDB works too: no fault of the files, and no message about a query."""

from __future__ import annotations

from pathlib import Path

import pytest

from kith.returns.checking import engine
from kith.returns.reading.by_hand import stopped_by_hand
from tests.cli.a_return import kith, small_return

TOLD_BY_DUCKDB = RuntimeError("Query interrupted")


def test_any_other_failure_stays_what_it_is() -> None:
    with pytest.raises(RuntimeError, match="of ours"), stopped_by_hand():
        raise RuntimeError("a fault of ours")


def test_a_check_that_is_stopped_ends_as_stopped_commands_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object) -> None:
        raise TOLD_BY_DUCKDB

    monkeypatch.setattr(engine, "run_rules", stopped)
    done = kith("check", small_return(tmp_path / "r"), "--year", "2026-27")
    assert (done.status, done.out, done.err) == (130, "", "")


def test_a_file_that_is_being_read_when_it_is_stopped_is_not_at_fault() -> None:
    with pytest.raises(KeyboardInterrupt), stopped_by_hand():
        raise TOLD_BY_DUCKDB
