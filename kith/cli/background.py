"""Background work of `kith up`: sealing the logs, the queue of tasks, keeping the database up, until told to stop."""

from __future__ import annotations

import os
import signal
from threading import Event, Thread

from kith.cli.keeper import keep_database
from kith.cli.setup import embedded

PATIENCE = 20.0  # seconds for a start of the database that is under way


def run_until_stopped() -> None:
    """Seal and work until SIGTERM or SIGINT, or until whoever started us is gone."""
    stop = Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda _number, _frame: stop.set())
    parent = os.getppid()
    _watch_parent(parent, stop)
    keeping = Thread(target=keep_database, args=[stop], name="keep-database", daemon=True)
    if embedded():
        keeping.start()
    from kith.core.worker import run_worker

    run_worker(stop)
    if keeping.is_alive():
        keeping.join(PATIENCE)


def _watch_parent(parent: int, stop: Event) -> None:
    """A hard kill of the server leaves no signal: see that it is gone, and go too."""

    def watch() -> None:
        while not stop.wait(2):
            if os.getppid() != parent:
                stop.set()

    Thread(target=watch, name="watch-parent", daemon=True).start()
