"""Where the server keeps its files, so that the account it runs as can reach them and nobody else can."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from kith.core.postgres.binaries import SHARED
from kith.core.postgres.errors import PostgresError
from kith.core.postgres.system_user import NAME, SystemUser, run

LONGEST_SOCKET = 100  # the limit is 107 bytes on Linux and 103 on macOS, with the final zero
SOCKET = ".s.PGSQL.5432"


def make_home(data: Path, user: SystemUser | None, say: Callable[[str], None]) -> Path:
    """Make the server's folder: in `data`, or for root with a private `data` under /var/lib/kith.

    Parents are never opened to others; when they would have to be, the other folder is taken and said.
    """
    home = data / "postgres"
    if home.is_dir():
        return home
    _make_private(home, user)
    if user is None or _reaches(home, user):
        return home
    home.rmdir()
    home = SHARED / f"data-{secrets.token_hex(6)}"
    SHARED.mkdir(mode=0o755, parents=True, exist_ok=True)
    _make_private(home, user)
    if not _reaches(home, user):
        home.rmdir()
        raise PostgresError(f"The database's system user {NAME} can reach neither {data} nor {SHARED}.")
    say(f"{data} is private to root, so the database is kept in {home} instead; nothing was opened.")
    return home


def check_owner(home: Path, user: SystemUser | None) -> None:
    """Raise PostgresError when another account made the server's files."""
    expected = user.uid if user else os.geteuid()
    if home.stat().st_uid != expected:
        raise PostgresError(
            f"The database in {home} belongs to another user (number {home.stat().st_uid}):"
            " run Kith as the user who made it, or set KITH_DATA to another folder."
        )


def check_room(home: Path, needed: int) -> None:
    """Raise PostgresError when the disk of `home` has fewer than `needed` bytes free."""
    free = shutil.disk_usage(home).free
    if free < needed:
        raise PostgresError(
            f"The disk is full: the database in {home} needs {needed // 2**20} MB free and has"
            f" {free // 2**20} MB. Make room, or set KITH_DATA to a folder on another disk."
        )


def socket_folder(home: Path, name: str, user: SystemUser | None) -> Path:
    """A private folder for the socket whose path is short enough; remade when it was cleaned away.

    Raises PostgresError when somebody else holds the name (in the temporary folder anybody may).
    """
    folder = home / "socket"
    if len(os.fsencode(folder / SOCKET)) > LONGEST_SOCKET:
        # A copied data folder has the same name, so its place counts too.
        short = f"kith-{hashlib.sha256(f'{name}{home}'.encode()).hexdigest()[:16]}"
        folder = Path(tempfile.gettempdir()) / short
        if len(os.fsencode(folder / SOCKET)) > LONGEST_SOCKET:
            folder = Path("/tmp") / short  # noqa: S108 - private, made below, owner checked
    _make_private(folder, user)
    expected = user.uid if user else os.geteuid()
    if folder.is_symlink() or folder.stat().st_uid != expected:
        raise PostgresError(f"{folder} belongs to another user: remove it and start Kith again.")
    return folder


def _make_private(folder: Path, user: SystemUser | None) -> None:
    try:
        folder.mkdir(mode=0o700)
    except FileExistsError:
        return
    except OSError as error:
        raise PostgresError(f"Cannot write to {folder.parent}: {error.strerror}.") from error
    if user:
        os.chown(folder, user.uid, user.gid)


def _reaches(folder: Path, user: SystemUser) -> bool:
    try:
        run(["/bin/sh", "-c", 'cd "$1" && test -w .', "sh", str(folder)], user=user)
    except PostgresError:
        return False
    return True
