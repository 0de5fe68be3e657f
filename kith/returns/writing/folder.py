"""Where a return goes: a folder in which nothing is overwritten, each file whole or not there at all."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from kith.core.private_files import new_file, put_in_place, unfinished
from kith.returns.writing.ssda903_csv import FILES
from kith.returns.writing.window import WriteError

OURS = frozenset(FILES.values())
UNSENT = "-cannot-be-sent-yet.txt"
"""How the list of those who are left out of a return ends."""


def check_folder(folder: Path, names: Sequence[str]) -> None:
    """Raises WriteError where the folder is none, cannot be written in, holds a file of one of these names, or files
    of something else."""
    there_already = next(each for each in (folder, *folder.absolute().parents) if each.exists())
    if there_already.is_dir() and not os.access(there_already, os.W_OK | os.X_OK):
        raise WriteError(f"You may not write in {there_already}: name another folder with --out.")
    if there_already != folder:
        if not there_already.is_dir():
            raise WriteError(f"{there_already} is a file: name a folder for the return with --out.")
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
    placed: list[Path] = []
    with unfinished(folder) as hidden, ExitStack() as opened:
        files = {name: opened.enter_context(new_file(hidden / name)) for name in names}
        yield files
        written = [name for name, file in files.items() if file.tell()]
        opened.close()
        try:
            for name in written:
                place = put_in_place(hidden / name, folder / name, over=False)
                placed.append(place)
        except BaseException:
            for path in placed:
                path.unlink(missing_ok=True)
            raise
