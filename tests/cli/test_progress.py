"""A bar of how far it has come, on a terminal's standard error and nowhere else."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from kith.cli import progress


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    """What a terminal on standard error shows."""
    shown = io.StringIO()

    def console(**how: Any) -> Console:
        assert how == {"stderr": True}
        return Console(file=shown, force_terminal=True, width=100)

    monkeypatch.setattr(progress, "Console", console)
    return shown


def test_it_says_what_is_done_how_much_and_of_how_much(terminal: io.StringIO) -> None:
    with progress.stages_to_stderr() as stage:
        stage("Reading [/] 903", 5, 10)
    assert "Reading [/] 903" in terminal.getvalue()
    assert "5/10" in terminal.getvalue()


def test_where_nobody_watches_nothing_is_drawn(capsys: pytest.CaptureFixture[str]) -> None:
    with progress.stages_to_stderr() as stage:
        stage("Reading", 5, 10)
    said = capsys.readouterr()
    assert (said.out, said.err.strip()) == ("", "")
