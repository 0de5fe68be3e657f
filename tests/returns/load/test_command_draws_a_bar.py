"""`kith load` shows on a terminal how far it has come; what it prints for programs stays pure."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from kith.cli import progress
from tests.returns.load.command import kith_load
from tests.returns.load.making import EPISODES, HEADER, episode, header, text

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("as_worker")]


def test_a_load_draws_it_to_its_end_and_its_json_stays_pure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = io.StringIO()
    monkeypatch.setattr(
        progress, "Console", lambda **_how: Console(file=shown, force_terminal=True, width=100)
    )
    (tmp_path / "episodes.csv").write_text(
        text(EPISODES, *(episode(str(child), "01/05/2021", "01/08/2021") for child in range(1, 8)))
    )
    (tmp_path / "header.csv").write_text(
        text(HEADER, *(header(str(child), "05/05/2010") for child in range(1, 8)))
    )
    ran = kith_load(tmp_path)
    assert ran.status == 0
    assert ran.total("new") > 0
    assert "loading" in shown.getvalue()
    assert "14/14" in shown.getvalue()
