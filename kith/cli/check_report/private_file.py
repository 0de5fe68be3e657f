"""Writes a report that holds personal data: whole or not at all, and for its owner's eyes alone."""

from __future__ import annotations

import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import IO

from kith.cli.errors import CannotError
from kith.core.private_files import new_file, put_in_place, unfinished

SAYS = "It holds personal data: only you can open it. Delete it when you are done."


def settled_place(path: Path) -> Path:
    """Where a report will lie, links followed. Raises CannotError where no file can be put there."""
    place = path.resolve()
    if place.is_dir():
        raise CannotError(f"--out {path} is a folder. Name a file in it.")
    if place.exists() and not place.is_file():
        raise CannotError(f"--out {path} is not an ordinary file. Without --out it goes to standard output.")
    if not place.parent.is_dir():
        raise CannotError(f"--out {path} cannot be written: there is no folder {place.parent}.")
    if not os.access(place.parent, os.W_OK):
        raise CannotError(f"--out {path} cannot be written: you may not write in {place.parent}.")
    return place


def write_private(place: Path, write: Callable[[IO[str]], object]) -> None:
    """Write a file and put it at `place` when it is whole, over an earlier one. Raises CannotError."""
    try:
        with unfinished(place.parent) as folder:
            made = folder / "report"
            with io.TextIOWrapper(new_file(made), encoding="utf-8", newline="") as stream:
                write(stream)
            put_in_place(made, place, over=True)
    except OSError as why:
        reason = (why.strerror or str(why)).lower()
        raise CannotError(f"{place} cannot be written: {reason}. Name another place with --out.") from why
