"""What is started is stopped again, once, by the process that started it."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

PATIENCE = 30.0  # seconds for background work to end what it is doing


@contextmanager
def stopped_after(stop: Callable[[], None]) -> Iterator[None]:
    """Call `stop` when the block ends, however it ends, in this process alone.

    A web process forked inside the block leaves it too, when it is renewed: that must stop nothing.
    """
    mine = os.getpid()
    try:
        yield
    finally:
        if os.getpid() == mine:
            stop()


def end(process: subprocess.Popen[bytes]) -> None:
    """Ask a process to stop, wait for it, and kill it if it will not."""
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def end_child(process: int) -> None:
    """The same, of a child of this process of which only the number is known."""
    with suppress(ProcessLookupError, ChildProcessError):
        os.kill(process, signal.SIGTERM)
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if os.waitpid(process, os.WNOHANG)[0]:
                return
            time.sleep(0.1)
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
