"""From the paths that a person gives to the files to read."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import IO

from kith.core.visible import visible
from kith.returns.reading.limits import MAX_FILES, MAX_FOLDER_DEPTH
from kith.returns.reading.shapes import Notice, Refusal, Source

LITTER = {"thumbs.db", "desktop.ini", ".ds_store"}


def is_litter(name: str) -> bool:
    """Files that desktops and spreadsheets leave behind, never part of a return."""
    parts = name.replace("\\", "/").lower().split("/")
    return parts[-1] in LITTER or parts[-1].startswith(("~$", "._")) or "__macosx" in parts


def find(paths: Iterable[str | os.PathLike[str]]) -> Iterator[Source | Refusal | Notice]:
    """Each file once, in name order within a folder; what cannot be opened comes as a Refusal."""
    seen: set[tuple[int, int]] = set()
    for given in paths:
        path = Path(given)
        before = len(seen)
        found = False
        for item in _walk(path, visible(path.name or str(path)), 0):
            found = True
            if isinstance(item, Refusal):
                yield item
                continue
            shown, leaf, facts = item
            key = (facts.st_dev, facts.st_ino)
            if key in seen:
                yield Notice(shown, None, None, "This file was given twice, so it is read once only.")
            elif len(seen) >= MAX_FILES:
                yield Refusal(
                    shown, None, None, f"More than {MAX_FILES:,} files were given. Load fewer at a time."
                )
                return
            else:
                seen.add(key)
                # What somebody named must be a return; beside one in a folder may lie other things.
                yield Source(shown, str(leaf.parent), facts.st_size, partial(_open, leaf), named=leaf == path)
        if not found and len(seen) == before:
            yield Refusal(visible(path.name or str(path)), None, None, "This folder holds no files to read.")


def _open(path: Path) -> IO[bytes]:
    return path.open("rb")


def _walk(path: Path, shown: str, depth: int) -> Iterator[tuple[str, Path, os.stat_result] | Refusal]:
    try:
        facts = path.stat() if depth == 0 else path.lstat()
        if stat.S_ISDIR(facts.st_mode):
            if depth > MAX_FOLDER_DEPTH:
                yield Refusal(shown, None, None, f"This folder is more than {MAX_FOLDER_DEPTH} folders deep.")
                return
            for name in sorted(os.listdir(path)):
                if not is_litter(name):
                    seen = visible(name)
                    yield from _walk(path / name, f"{shown}/{seen}" if depth else seen, depth + 1)
        elif stat.S_ISREG(facts.st_mode):
            yield shown, path, facts
        else:
            yield Refusal(
                shown, None, None, "This is a link or a device, not an ordinary file. Give the file itself."
            )
    except FileNotFoundError:
        yield Refusal(shown, None, None, "There is no such file or folder. Check the path.")
    except OSError as error:
        yield Refusal(shown, None, None, f"This cannot be opened: {explain(error)}")


def explain(error: OSError) -> str:
    """An operating system error as a plain line with what to do."""
    if isinstance(error, PermissionError):
        return "you have no permission to read it. Ask for read access, or copy it to where you have it."
    return f"{(error.strerror or str(error)).lower()}."
