"""The real server on loopback, as `kith up` runs it, and the client that asks it."""

from __future__ import annotations

import http.client
import json
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from kith.bench.client import Answer
from kith.bench.mix import Request
from kith.bench.scratch import Scratch
from kith.core.postgres import PostgresError

HOST = "127.0.0.1"
CONNECTIONS = 32
WORKERS = 2
STARTS_IN = 60.0
SERVE = (sys.executable, "-m", "kith.cli.main", "bench-serve")


@dataclass(frozen=True, slots=True)
class Site:
    """A server that listens."""

    port: int
    pid: int = 0

    def ask(self, requests: Sequence[Request], connections: int = CONNECTIONS) -> list[Answer]:
        """Every request's answer, asked by a process of its own over so many connections at once."""
        order = {
            "host": HOST,
            "port": self.port,
            "connections": connections,
            "requests": [(each.kind, each.path, each.session, each.body) for each in requests],
        }
        told = subprocess.run(
            [sys.executable, "-m", "kith.bench.client"],
            input=json.dumps(order),
            capture_output=True,
            text=True,
            check=True,
        )
        return [(kind, status, ms, length) for kind, status, ms, length in json.loads(told.stdout)]


@contextmanager
def site(scratch: Scratch) -> Iterator[Site]:
    """Serve a scratch database for the length of the block. Raises PostgresError when it does not come up."""
    port = free_port()
    command = [*SERVE, "--port", str(port), "--workers", str(WORKERS)]
    server = subprocess.Popen(command, env=dict(scratch.environment("app")))  # noqa: S603 - our own command
    try:
        _wait(server, port)
        yield Site(port, server.pid)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=30)


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as taken:
        taken.bind((HOST, 0))
        return int(taken.getsockname()[1])


def _wait(server: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + STARTS_IN
    while time.monotonic() < until:
        if server.poll() is not None:
            break
        connection = http.client.HTTPConnection(HOST, port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            if connection.getresponse().status == http.client.OK:
                return
        except OSError:
            time.sleep(0.2)
        finally:
            connection.close()
    raise PostgresError("The bench's server did not come up; the lines above say why.")
