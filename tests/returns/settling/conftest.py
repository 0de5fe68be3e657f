"""A child with rows that wait, and the worker that carries decisions out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest


@pytest.fixture
def load(tmp_path: Path, kith_database: None) -> Callable[..., Any]:
    """Loads files of one year as the worker's login, and gives the report."""

    def run(year: str = "2022-23", **files: str) -> Any:
        from kith.returns.load import load as load_files
        from tests.support.worker import worker_login

        folder = tmp_path / year
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            (folder / f"{name}.csv").write_text(content, encoding="utf-8")
        with worker_login():
            return load_files([folder])

    return run


@pytest.fixture
def two_chains(load: Callable[..., Any]) -> UUID:
    """Child 1: a settled stay from 1 June to 10 August, and one that waits, from 1 July on."""
    from tests.returns.load.making import EPISODES, HEADER, REVIEWS, episode, header, text
    from tests.returns.settling.deciding import child

    load(
        header=text(HEADER, header("1")),
        episodes=text(
            EPISODES,
            episode("1", "01/06/2022", "10/08/2022", to="AA1 1AA"),
            episode("1", "10/08/2022", to="AA1 1AA"),
            episode("1", "01/07/2022", "01/09/2022", to="BB2 2BB"),
        ),
        reviews=text(REVIEWS, "1,05/05/2010,20/06/2022,PN1"),
    )
    return child()
