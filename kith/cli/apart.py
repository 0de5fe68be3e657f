"""A locked store beside the council: two processes, neither of which ever holds what is the other's.

What a process was started with stays readable for as long as it lives (/proc/PID/environ), whatever it forgets. So the
command starts the store, and begins anew in its own place with an environment in which nothing of the store's is.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from kith.cli.errors import CannotError
from kith.cli.lifetime import end_child
from kith.cli.setup import SETTINGS, env_of

STARTED = "KITH_BESIDE_PROCESS"
"""The process of the store that was started beside this one."""
_COMMAND = (sys.executable, "-m", "kith.cli.main")


def start_beside(store: str, *, host: str, port: int, command: Sequence[str] = _COMMAND) -> dict[str, str]:
    """Start `store` on another port, unless it runs already; what this process must be told of it.

    Raises CannotError for an unknown store.
    """
    if store and store not in SETTINGS:
        raise CannotError(f"--beside is one of {', '.join(sorted(SETTINGS))}, not {store}.")
    if not store or STARTED in os.environ:
        return {}
    place = "localhost" if host in {"127.0.0.1", "0.0.0.0", "::"} else host  # noqa: S104 - only for showing
    told = env_of(store) | {"KITH_PARENT": str(os.getpid())}
    words = [*command, "up", "--as", store, "--port", str(port), "--host", host]
    running = subprocess.Popen(words, env=told)  # noqa: S603 - our own command
    url = os.environ.get("KITH_ADVICE_URL", f"http://{place}:{port}/")
    return {STARTED: str(running.pid), "KITH_ADVICE_URL": url}


def begin_anew(may_have: Mapping[str, str], *, started: Mapping[str, str] = {}) -> None:
    """Run the same command again in this process's place, unless it was started with nothing but what it may have."""
    wanted = dict(may_have) | dict(started)
    if wanted != dict(os.environ):
        sys.stdout.flush()
        sys.stderr.flush()
        os.execve(_COMMAND[0], [*_COMMAND, *sys.argv[1:]], wanted)  # noqa: S606 - our own command


@contextmanager
def running_beside() -> Iterator[None]:
    """When the block ends, in this process, the store that was started beside it ends too."""
    beside, mine = int(os.environ.pop(STARTED, "0")), os.getpid()
    try:
        yield
    finally:
        if beside and os.getpid() == mine:
            end_child(beside)
