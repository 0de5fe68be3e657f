"""The worker of the sealing tests, with its keys and anchor in a folder of the test."""

from __future__ import annotations

from tests.core.seal.conftest import anchor, worker

__all__ = ["anchor", "worker"]
