"""Keys as at set-up, made once in a process and given again to each test.

To make them takes fourteen connections, and to begin a session costs more than most tests do. What making
them means is in `tests/core/seal/test_keys_in_the_database.py`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

COLUMNS = "key_id, purpose, number, master, wrapped, made_at"


@dataclass(frozen=True)
class Made:
    """The master key's file and the rows of the data keys that it wraps."""

    file: str
    rows: list[tuple[Any, ...]]


_made: list[Made] = []


def as_at_set_up() -> None:
    """What `ensure_keys` leaves: the master key where KITH_MASTER_KEY_FILE says, the first data keys."""
    # Late: this file is read before the settings are there.
    from kith.core.keystore import ensure_keys, master_key_file, ring
    from tests.conftest import SERVER

    ring.cache_clear()
    path = master_key_file().path
    if not _made or path.exists():
        ensure_keys(using="owner")
        rows = SERVER.as_superuser(f"SELECT {COLUMNS} FROM core_wrappedkey").fetchall()
        _made[:] = [Made(path.read_text("ascii"), rows)]
        return
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    path.write_text(_made[0].file, "ascii")
    row = f"({', '.join(['%s'] * len(COLUMNS.split(', ')))})"
    every = [value for row in _made[0].rows for value in row]
    SERVER.as_superuser(
        f"INSERT INTO core_wrappedkey ({COLUMNS}) VALUES {', '.join([row] * len(_made[0].rows))}", every
    )
