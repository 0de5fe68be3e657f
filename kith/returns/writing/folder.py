"""Where a return goes: a folder in which nothing is overwritten, each file whole or not there at all."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kith.returns.writing.ssda903_csv import FILES
from kith.returns.writing.window import WriteError

OURS = frozenset(FILES.values())
PART = ".part"
UNSENT = "-cannot-be-sent-yet.txt"
"""How the list of those who are left out of a return ends."""


def check_folder(folder: Path, names: Sequence[str]) -> None:
    """Raises WriteError where the folder is none, holds a file of one of these names, or files of something else."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise WriteError(f"{folder} is a file: name a folder for the return with --out.")
    there = {each.name for each in folder.iterdir()}
    known = OURS | {
        each
        for each in there
        if each.startswith(("cin-20", "ssda903-20")) and each.endswith((".xml", UNSENT))
    }
    strangers = sorted(there - known)
    taken = sorted(there & set(names))
    if strangers or taken:
        raise WriteError(
            f"{folder} holds {(taken or strangers)[0]} already, and nothing is overwritten: name an empty or a new"
            " folder with --out."
        )


@contextmanager
def all_or_none(folder: Path, names: Sequence[str]) -> Iterator[dict[str, IO[bytes]]]:
    """Yields a file to write for each name, for the owner alone; all get their names at the end, or none.

    A file to which nothing was written is not there afterwards.
    Raises WriteError as `check_folder` does; what fails in between leaves no file of this return behind.
    """
    check_folder(folder, names)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    files: dict[str, IO[bytes]] = {}
    placed: list[Path] = []
    try:
        for name in names:
            # O_EXCL: neither a link nor another's file is written through.
            made = os.open(folder / f".{name}{PART}", os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            files[name] = os.fdopen(made, "wb")
        yield files
        for file in files.values():
            file.flush()
            os.fsync(file.fileno())
        for name in (each for each in names if files[each].tell()):
            _place(folder / f".{name}{PART}", folder / name)
            placed.append(folder / name)
    except BaseException:
        for path in placed:
            path.unlink(missing_ok=True)
        raise
    finally:
        for name, file in files.items():
            file.close()
            (folder / f".{name}{PART}").unlink(missing_ok=True)


def _place(part: Path, name: Path) -> None:
    """Give a finished file its name. Raises FileExistsError where another has come to be there."""
    try:
        os.link(part, name)  # unlike a rename, it never replaces
    except FileExistsError:
        raise
    except OSError:  # a file system without links, such as a stick's
        if name.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(name)) from None
        part.rename(name)
