"""Background work of `kith up`: sealing the logs, and the queue of tasks, until told to stop."""

from __future__ import annotations

import os
import signal
from threading import Event


def run_until_stopped() -> None:
    """Seal and work until SIGTERM or SIGINT, or until whoever started us is gone."""
    stop = Event()
    for each in (signal.SIGTERM, signal.SIGINT):
        signal.signal(each, lambda _number, _frame: stop.set())
    parent = os.getppid()
    _watch_parent(parent, stop)
    from kith.core.worker import run_worker

    run_worker(stop)


def _watch_parent(parent: int, stop: Event) -> None:
    """A hard kill of the server leaves no signal: see that it is gone, and go too."""
    from threading import Thread

    def watch() -> None:
        while not stop.wait(2):
            if os.getppid() != parent:
                stop.set()

    Thread(target=watch, name="watch-parent", daemon=True).start()
