"""Tell a live server from what a hard kill, a reboot or a copied folder left behind."""

from __future__ import annotations

import signal
from dataclasses import dataclass
from pathlib import Path

import psutil


@dataclass(frozen=True)
class Postmaster:
    """A running server: its process and the folder of its socket."""

    pid: int
    socket: Path


def find(pgdata: Path) -> Postmaster | None:
    """The live server of `pgdata`, or None.

    `postmaster.pid` alone proves nothing: after a reboot its number may belong to any other process.
    """
    try:
        lines = (pgdata / "postmaster.pid").read_text("utf-8").splitlines()
        pid, socket = int(lines[0]), Path(lines[4])
    except (OSError, ValueError, IndexError):
        return None
    return Postmaster(pid, socket) if any(process.pid == pid for process in _of(pgdata)) else None


def clear(pgdata: Path, socket: Path) -> None:
    """Before a start: end what is left of a killed server, then remove its lock files.

    The order matters: a surviving backend still writes to the data, and the lock file is what keeps a
    second server out.
    """
    left = _of(pgdata)
    for process in left:
        _signal(process, signal.SIGQUIT)
    _, stubborn = psutil.wait_procs(left, timeout=5)
    for process in stubborn:
        _signal(process, signal.SIGKILL)
    psutil.wait_procs(stubborn, timeout=5)
    for path in (pgdata / "postmaster.pid", *socket.glob(".s.PGSQL.*")):
        path.unlink(missing_ok=True)


def _signal(process: psutil.Process, number: signal.Signals) -> None:
    try:
        process.send_signal(number)
    except psutil.NoSuchProcess:
        return


def _of(pgdata: Path) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter(["name", "status"]):
        # Every process of a server works in its data folder.
        if process.info["name"] != "postgres" or process.info["status"] == psutil.STATUS_ZOMBIE:
            continue
        try:
            if Path(process.cwd()) == pgdata:
                found.append(process)
        except psutil.Error:
            continue
    return found
