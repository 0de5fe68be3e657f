"""The worker's login for commands."""

from __future__ import annotations

from tests.returns.load.conftest import as_worker

__all__ = ["as_worker"]
