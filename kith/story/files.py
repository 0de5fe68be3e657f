"""Where documents, drawings and voice files lie: encrypted, under a keyed hash of their content."""

from __future__ import annotations

import os
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from typing import IO

from django.conf import settings

from kith.core.files import FileStore
from kith.core.files.store import Scanner
from kith.core.files.uploads import limit
from kith.core.keystore import ring

INFECTED = 1


def command_scanner(command: str) -> Scanner:
    """A virus scanner that reads a file from standard input, as `clamdscan -` does.

    Exit 0 is clean and 1 infected; anything else is a scanner that did not do its work, and raises OSError.
    """

    def scan(pieces: Iterator[bytes]) -> str | None:
        with subprocess.Popen(  # noqa: S603 - the operator's own command
            shlex.split(command), stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        ) as running:
            _hand_over(pieces, running.stdin)
            answer = running.wait(timeout=120)
        if answer not in (0, INFECTED):
            raise OSError(f"the virus scanner ended with {answer}")
        return "a virus" if answer == INFECTED else None

    return scan


def _hand_over(pieces: Iterator[bytes], to: IO[bytes] | None) -> None:
    if to is not None:
        # A scanner that stops reading has seen enough, or failed: its exit says which.
        with suppress(BrokenPipeError):
            for piece in pieces:
                to.write(piece)
            to.close()


@lru_cache(maxsize=1)
def store() -> FileStore:
    """The store of this process. KITH_VIRUS_SCAN names the scanner's command; without one, pages say so."""
    command = os.environ.get("KITH_VIRUS_SCAN", "")
    return FileStore(
        Path(settings.DATA_DIR) / "files",
        ring(),
        limit=limit(),
        scan=command_scanner(command) if command else None,
    )
