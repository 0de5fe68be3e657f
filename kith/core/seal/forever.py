"""The loop that seals, for `kith up`."""

from __future__ import annotations

import logging
from threading import Event

from django.db import Error, close_old_connections, connections

from kith.core.keys import KeysError
from kith.core.seal.anchor import AnchorError
from kith.core.seal.sealing import seal_once

log = logging.getLogger(__name__)
EVERY = 10.0  # seconds: well inside the sixty that are promised


def run_forever(stop: Event, *, every: float = EVERY, using: str = "default") -> None:
    """Seal every ten seconds until `stop` is set, and once more then. Never raises for a fault that may pass.

    A fault is logged in one line and tried again: the rows wait in their tables and lose nothing.
    """
    while not stop.is_set():
        _try(using)
        stop.wait(every)
    _try(using)
    connections[using].close()


def _try(using: str) -> None:
    try:
        close_old_connections()
        seal_once(using=using)
    except (Error, KeysError, AnchorError) as error:
        log.error("The logs could not be sealed; trying again. %s", str(error).strip().split("\n")[0])
