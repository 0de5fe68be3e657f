"""Files that leave Kith: made out of sight, for their owner's eyes alone, and put in place whole."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


@contextmanager
def unfinished(out: Path) -> Iterator[Path]:
    """A folder beside the finished files that nobody else can open; it is gone at the end, whatever happens.

    Makes `out` where there is none. Raises OSError when it cannot be written to.
    """
    out.mkdir(mode=0o700, parents=True, exist_ok=True)
    with TemporaryDirectory(dir=out, prefix=".unfinished-") as folder:
        yield Path(folder)


def put_in_place(made: Path, out: Path) -> Path:
    """Move a finished file to `out`, mode 0600, in place of an earlier one. Raises OSError."""
    made.chmod(0o600)
    with made.open("rb") as file:
        os.fsync(file.fileno())
    return made.replace(out / made.name)
