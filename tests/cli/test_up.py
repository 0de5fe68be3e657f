"""`kith up` that cannot be: said in one line, before anything is announced, made or started."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def busy() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        yield taken


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--port", "99999"), "'--port' (env var: 'PORT'): Input should be less than or equal to 65535"),
        (("--port", "BUSY"), "port BUSY (address already in use): name another with --port or --host."),
        (("--host", "192.0.2.1"), "192.0.2.1, port 8000 (cannot assign requested address)"),
        (("--workers", "0"), "'--workers': Input should be greater than or equal to 1"),
    ],
)
def test_an_address_it_cannot_have_ends_it_before_anything_is_started(
    words: tuple[str, ...], says: str, busy: socket.socket, tmp_path: Path
) -> None:
    number = str(busy.getsockname()[1])
    env = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("KITH_", "DATABASE_", "PORT"))
    }
    done = subprocess.run(
        [sys.executable, "-m", "kith.cli.main", "up", *(word.replace("BUSY", number) for word in words)],
        env=env | {"KITH_DATA": str(tmp_path / "var")},
        check=False,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("kith: ")
    assert says.replace("BUSY", number) in done.stderr
    assert not (tmp_path / "var" / "postgres").exists()
