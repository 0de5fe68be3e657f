"""Run the server's programs, as root under a system user: PostgreSQL refuses to run as root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from kith.core.postgres.errors import PostgresError, one_line

NAME = "kith-postgres"


@dataclass(frozen=True)
class SystemUser:
    """An unprivileged account of this machine."""

    uid: int
    gid: int


def server_user() -> SystemUser | None:
    """Whom the server runs as: nobody else for an ordinary user, a system user (made if missing) for root."""
    if os.geteuid() != 0:
        return None
    try:
        entry = pwd.getpwnam(NAME)
    except KeyError:
        entry = _make()
    return SystemUser(entry.pw_uid, entry.pw_gid)


def _make() -> pwd.struct_passwd:
    program = shutil.which("useradd") or shutil.which("useradd", path="/usr/sbin:/sbin")
    if program is None:
        raise PostgresError(f"Cannot make the system user {NAME}: make one, or run Kith as an ordinary user.")
    made = subprocess.run(  # noqa: S603
        [
            program,
            "--system",
            "--no-create-home",
            "--home-dir",
            "/nonexistent",
            "--shell",
            "/usr/sbin/nologin",
            NAME,
        ],
        capture_output=True,
        text=True,
        check=False,
    )
    try:
        return pwd.getpwnam(NAME)  # another process may have made it meanwhile
    except KeyError:
        raise PostgresError(f"Cannot make the system user {NAME}: {one_line(made.stderr)}") from None


def run(
    argv: Sequence[str],
    *,
    user: SystemUser | None,
    stdin: str = "",
    timeout: float = 900,
    given: IO[bytes] | None = None,
    into: IO[bytes] | None = None,
) -> str:
    """Run one of the server's programs and return what it said. `given`: an open file that it reads; `into`: one that it
    writes, with only its complaints returned.

    Raises PostgresError with its words when it fails. Its output goes to a file: a started server keeps
    what it inherits, so reading a pipe to its end would wait for ever.
    """
    keep = {k: v for k, v in os.environ.items() if not k.startswith(("PG", "LC_", "LD_")) and k != "LANG"}
    drop = {"user": user.uid, "group": user.gid, "extra_groups": []} if user else {}
    with tempfile.TemporaryFile("w+", errors="replace") as said, tempfile.TemporaryFile("w+") as typed:
        typed.write(stdin)
        typed.seek(0)
        try:
            done = subprocess.run(  # type: ignore[call-overload]  # noqa: S603
                list(argv),
                stdin=given or typed,
                stdout=into or said,
                stderr=said,
                env={**keep, "LC_ALL": "C"},
                cwd="/",
                timeout=timeout,
                check=False,
                **drop,
            )
        except (OSError, subprocess.TimeoutExpired) as error:
            raise PostgresError(f"{Path(argv[0]).name} could not be run: {one_line(error)}") from error
        said.seek(0)
        words = said.read()
    if done.returncode != 0:
        raise PostgresError(f"{Path(argv[0]).name} failed: {one_line(words[-2000:], 2000)}")
    return words
