"""Files that leave Kith: made out of sight, whole or not there at all, and for their owner's eyes alone."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import IO

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
"""No room on the disk, none left of what this account may use, or a file larger than it may write."""


@contextmanager
def unfinished(out: Path) -> Iterator[Path]:
    """A folder beside the finished files that nobody else can open; it is gone at the end, whatever happens.

    Makes `out` where there is none, and takes it away again if nothing came of it. Raises OSError, which says where,
    when it cannot be written to.
    """
    missing = [each for each in (out, *out.parents) if not each.exists()]
    try:
        _make(out)
        with TemporaryDirectory(dir=out, prefix=".unfinished-") as folder:
            yield Path(folder)
    except BaseException as why:
        for each in missing:
            with suppress(OSError):  # not made, or no longer empty
                each.rmdir()
        if isinstance(why, OSError) and why.errno in NO_ROOM:
            raise OSError(why.errno, "The disk is full, so nothing was written", str(out)) from why
        raise


def _make(out: Path) -> None:
    try:
        out.mkdir(mode=0o700, parents=True, exist_ok=True)
    except FileExistsError:
        raise NotADirectoryError(errno.ENOTDIR, "This is a file: name a folder", str(out)) from None
    except OSError as why:
        reason = (why.strerror or str(why)).lower()
        said = f"No folder can be made here ({reason}): name another"
        raise type(why)(why.errno, said, str(out)) from why


def new_file(path: Path) -> IO[bytes]:
    """A new file to write, mode 0600 from the start whatever the umask. Raises OSError, also where one is there."""
    # O_EXCL: neither a link nor another's file is written through.
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def put_in_place(made: Path, place: Path, *, over: bool) -> Path:
    """Give a finished file its name, mode 0600, when all of it is on the disk; `over`: in place of an earlier one.

    Raises OSError, and FileExistsError where another is there and `over` is false.
    """
    made.chmod(0o600)
    with made.open("rb") as file:
        os.fsync(file.fileno())
    if over:
        return made.replace(place)
    try:
        os.link(made, place)  # unlike a rename, it never replaces
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as a stick's
        if place.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place)) from None
        made.rename(place)
    else:
        made.unlink()
    return place
