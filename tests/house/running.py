"""The whole of Kith as `kith up` runs it, in a data folder of its own: started, killed, started again."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import psutil

from kith.core.postgres import Cluster
from kith.core.postgres.postmaster import find
from tests.support.caller import Caller

ROOT = Path(__file__).resolve().parents[2]
KITH = [sys.executable, "-m", "kith.cli.main"]
# As `kith up` prepares it, but with a small demo of the test's own.
MADE = "import kith.cli.prepare as p; p._demo_where_there_is_nobody = lambda: None; p.prepare_all()"


@dataclass
class House:
    """One data folder with its port, its environment and what its processes have said."""

    data: Path
    port: int
    env: dict[str, str]
    up: subprocess.Popen[bytes] | None = None

    @property
    def site(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        """All that was said so far, by Kith and by its PostgreSQL."""
        logs = [self.data / "said", *(self.data / "postgres" / "log").glob("*.log")]
        return "\n".join(each.read_text("utf-8", "replace") for each in logs if each.exists())

    def start(self) -> None:
        """`kith up`, until it answers."""
        with (self.data / "said").open("ab") as out:
            command = [*KITH, "up", "--port", str(self.port)]
            self.up = subprocess.Popen(command, env=self.env, cwd=ROOT, stdout=out, stderr=out)
        self.wait_for(200)

    def wait_for(self, status: int, seconds: float = 90) -> None:
        """Until `/healthz` answers so."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            try:
                if Caller(self.site, timeout=15).get("/healthz").status == status:
                    return
            except OSError:
                pass
            time.sleep(0.1)
        raise AssertionError(f"no answer {status} within {seconds} s:\n{self.said[-2000:]}")

    def kith(self, *command: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run([*KITH, *command], env=self.env, cwd=ROOT, capture_output=True, check=False)

    def kill(self) -> None:
        """End every process at once, as a power cut would: web, worker, PostgreSQL and all their children."""
        assert self.up is not None
        heads = [self.up.pid, *(found.pid for found in [find(self.data / "postgres" / "pgdata")] if found)]
        family = [psutil.Process(pid) for pid in heads if psutil.pid_exists(pid)]
        family += [child for each in family for child in each.children(recursive=True)]
        for process in family:
            process.send_signal(signal.SIGSTOP)  # nobody notices that another is gone
        for process in family:
            process.send_signal(signal.SIGKILL)
        self.up.wait()
        psutil.wait_procs(family, timeout=10)
        assert not Cluster(self.data).is_running()

    def interrupt(self) -> float:
        """Ctrl-C, which a terminal sends to every process: the seconds until all have ended."""
        assert self.up is not None
        family = psutil.Process(self.up.pid).children(recursive=True)
        begun = time.monotonic()
        for pid in (self.up.pid, *(each.pid for each in family)):
            os.kill(pid, signal.SIGINT)
        self.up.wait(60)
        return time.monotonic() - begun

    def stop(self) -> None:
        if self.up is not None and self.up.poll() is None:
            self.up.send_signal(signal.SIGTERM)
            self.up.wait(60)
        Cluster(self.data).stop()


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


@contextmanager
def house(children: int, **more: str) -> Iterator[House]:
    """A house with a small demo, not yet started; `more` goes into its environment.

    Its data folder is a copy of one that was made once and stopped, unless its database is somebody else's.
    """
    folder = _folder()
    made = _of(folder, more)
    try:
        if "DATABASE_URL" in more:
            _furnish(made, children)
        else:
            folder.rmdir()
            subprocess.run(["cp", "-a", str(_stopped(children)), str(folder)], check=True)
        yield made
    finally:
        made.stop()
        shutil.rmtree(folder, ignore_errors=True)


@cache
def _stopped(children: int) -> Path:
    """A house with a demo of so many children that nobody has started: the one that others are copied from."""
    folder = _folder()
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    made = _of(folder, {})
    try:
        _furnish(made, children)
    finally:
        made.stop()
    return folder


def _folder() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="kith-test-"))
    folder.chmod(0o711)
    return folder


def _of(folder: Path, more: dict[str, str]) -> House:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("KITH_", "DATABASE_"))}
    return House(folder / "var", free_port(), env | more | {"KITH_DATA": str(folder / "var")})


def _furnish(made: House, children: int) -> None:
    """Tables, keys, static files and the demo, each by the command that a council types."""
    subprocess.run([sys.executable, "-c", MADE], env=made.env, cwd=ROOT, check=True, capture_output=True)
    told = made.kith("demo", "--children", str(children))
    assert told.returncode == 0, told.stderr.decode()
