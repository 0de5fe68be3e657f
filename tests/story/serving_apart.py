"""Kith served by a process of its own, so that it can be killed as a power cut kills it."""

from __future__ import annotations

import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.error import URLError

_RUN = """
import sys, threading
import django
django.setup()
from pathlib import Path
from tests.story.serving import served
from tests.story.set_up import PLAIN
from django.test.utils import override_settings
with override_settings(DATA_DIR=Path(sys.argv[2]), STORAGES=PLAIN, ROOT_URLCONF="tests.story.urls"):
    with served(int(sys.argv[1])) as address:
        print(address, flush=True)
        threading.Event().wait()
"""


class Killable:
    """A running server. `kill` ends it at once, with whatever it was doing; `start` brings it back."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._process: subprocess.Popen[str] | None = None
        self.address = ""
        self.start()

    def start(self) -> None:
        port = self.address.rpartition(":")[2] or "0"
        self._process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-c", _RUN, port, str(self._folder / "data")],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        self.address = self._process.stdout.readline().strip()
        assert self.address.startswith("http://"), "the server did not start"
        for _ in range(100):
            with suppress(URLError), urllib.request.urlopen(f"{self.address}/healthz", timeout=5):  # noqa: S310
                return
            time.sleep(0.1)
        raise AssertionError("the server does not answer")

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait(10)
            if self._process.stdout is not None:
                self._process.stdout.close()
            self._process = None


@contextmanager
def killable(folder: Path) -> Iterator[Killable]:
    running = Killable(folder)
    try:
        yield running
    finally:
        running.kill()
