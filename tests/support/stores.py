"""Which house a run of tests is in: the council's, or a locked store's, whose process has settings of its own.

`pytest tests/advice` is a run of the store's; any other run leaves that folder out, and `make test` makes both.
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kith.cli.setup import SETTINGS
from kith.core.stores import COUNCIL, OF_PROCESS
from tests.support.server import ROOT, TestServer


def chosen(config: pytest.Config, server: TestServer) -> str:
    """Make the run a store's where only its folder was asked for. The module of settings."""
    asked = [(config.invocation_params.dir / each.split("::")[0]).resolve() for each in config.args]
    for store in SETTINGS:
        folder = ROOT / "tests" / store
        # The processes of xdist are told by their environment.
        if os.environ.get(OF_PROCESS) == store or (
            asked and all(each.is_relative_to(folder) for each in asked)
        ):
            os.environ[OF_PROCESS] = store
            server.become(store)
            return SETTINGS[store]
    return "kith.config.settings"


def is_anothers(path: Path, server: TestServer) -> bool | None:
    """Whether what stands at `path` is of another run than this."""
    of = next((store for store in SETTINGS if path.is_relative_to(ROOT / "tests" / store)), COUNCIL)
    if of == server.store or path in (ROOT, ROOT / "tests"):
        return None
    return True if of != COUNCIL else None
