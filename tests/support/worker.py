"""The worker's login in place of the app's, as in the process that `kith up` starts for background work."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connections

from kith.config.databases import parse


def worker_settings() -> dict[str, object]:
    """Django's settings of a connection by the worker's login, without a pool."""
    return {**connections.settings["default"], **parse(os.environ["KITH_WORKER_URL"]), "OPTIONS": {}}


@contextmanager
def worker_login() -> Iterator[None]:
    """Make "default" the worker's login for the length of the block, in every thread."""
    before, app = connections.settings["default"], connections["default"]
    connections.settings["default"] = worker_settings()
    connections["default"] = connections.create_connection("default")
    try:
        yield
    finally:
        connections["default"].close()
        connections.settings["default"] = before
        connections["default"] = app
