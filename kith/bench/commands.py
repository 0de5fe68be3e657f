"""Kith's own commands as processes of their own, with their time and the most memory they took."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass

from kith.bench.scratch import Scratch
from kith.core.postgres import PostgresError

KILOBYTE = 1024 if sys.platform != "darwin" else 1  # Linux tells kilobytes, macOS bytes


@dataclass(frozen=True, slots=True)
class Ran:
    """One command: what it wrote, seconds from start to end, bytes of memory at its highest, processor seconds."""

    output: str
    seconds: float
    memory: int
    processor: float


def run(scratch: Scratch, *words: str) -> Ran:
    """Run `kith WORDS...` in a scratch database. Raises PostgresError when it does not end well."""
    command = [sys.executable, "-m", "kith.cli.main", *words]
    with tempfile.TemporaryFile("w+", encoding="utf-8") as output:
        began = time.monotonic()
        # Popen would reap the process without its memory: wait4 tells both.
        started = subprocess.Popen(command, env=_as_typed(scratch.environment("worker")), stdout=output)  # noqa: S603
        _, status, used = os.wait4(started.pid, 0)
        started.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
        if started.returncode != 0:
            raise PostgresError(f"kith {words[0]} failed; the line above says why.")
        output.seek(0)
        return Ran(output.read(), seconds, used.ru_maxrss * KILOBYTE, used.ru_utime + used.ru_stime)


def _as_typed(environment: Mapping[str, str]) -> dict[str, str]:
    """Without the settings of the bench's own process: a command chooses its own."""
    return {name: value for name, value in environment.items() if name != "DJANGO_SETTINGS_MODULE"}
