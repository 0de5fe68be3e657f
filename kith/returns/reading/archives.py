"""Files inside a zip, read where they lie: nothing is ever unpacked to disk."""

from __future__ import annotations

import stat
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterator
from functools import partial
from typing import IO, cast

from kith.core.visible import visible
from kith.returns.reading import limits
from kith.returns.reading.shapes import Refusal, Source, UnreadableError
from kith.returns.reading.sources import is_litter

DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError, RuntimeError)
"""What Python's zip reader raises for damaged and cut members, and (RuntimeError) for those it has no way to read."""


def members(archive: Source) -> Iterator[Source | Refusal]:
    """The files of a zip in name order. Raises UnreadableError when it is damaged, cut short or a bomb."""
    try:
        with archive.open() as stream, zipfile.ZipFile(stream) as opened:
            entries = sorted(opened.infolist(), key=lambda entry: entry.filename)
    except (*DAMAGE, ValueError, OSError) as error:
        raise UnreadableError(
            "This zip is cut short or damaged, so none of it can be read. Make or download it again."
        ) from error
    _refuse_bombs(entries)
    names = Counter(entry.filename for entry in entries)
    for entry in entries:
        if entry.is_dir() or is_litter(entry.filename):
            continue
        shown = f"{archive.name}/{visible(entry.filename)}"
        fault = _fault(entry)
        if names[entry.filename] > 1:
            fault = "The zip holds more than one file of this name, and none is read. Make the zip again."
        if fault:
            yield Refusal(shown, None, None, fault)
        else:
            folder = f"{archive.name}/{entry.filename.rpartition('/')[0]}"
            open_it = partial(_open, archive, entry.filename)
            yield Source(shown, folder, entry.file_size, open_it, named=False)


def _refuse_bombs(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > limits.MAX_ZIP_MEMBERS:
        raise UnreadableError(
            f"This zip holds {len(entries):,} files; the most that is read is {limits.MAX_ZIP_MEMBERS:,}."
        )
    total = sum(entry.file_size for entry in entries)
    if total > limits.MAX_ZIP_TOTAL_BYTES:
        raise UnreadableError(
            f"This zip would unpack to {total:,} bytes, more than the limit of "
            f"{limits.MAX_ZIP_TOTAL_BYTES:,}. "
            "Split it, or give the folder."
        )


def _fault(entry: zipfile.ZipInfo) -> str | None:
    name = entry.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":" or "\0" in name:
        return "Its name points outside the zip, so it is not read. Make the zip again from the folder."
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "This is a link, not a file. Put the file itself into the zip."
    if entry.flag_bits & 0x1:
        return "It is locked with a password. Make the zip without one."
    if entry.file_size > limits.MAX_ZIP_MEMBER_BYTES:
        return f"It would unpack to {entry.file_size:,} bytes, more than {limits.MAX_ZIP_MEMBER_BYTES:,}."
    ratio = entry.file_size / max(entry.compress_size, 1)
    if entry.file_size > limits.ZIP_RATIO_FLOOR and ratio > limits.MAX_ZIP_RATIO:
        return (
            f"It unpacks to {ratio:,.0f} times its size (the limit is {limits.MAX_ZIP_RATIO}), as "
            "zip bombs do. "
            "If it is real, give the file itself."
        )
    return None


class _Member:
    """A member's stream that closes the zip it came from; zipfile never gives more than the declared size."""

    def __init__(self, archive: Source, name: str) -> None:
        self._outer = archive.open()
        try:
            self._zip = zipfile.ZipFile(self._outer)
            self._inner = self._zip.open(name)
        except BaseException:
            self._outer.close()
            raise

    def read(self, size: int = -1) -> bytes:
        try:
            return self._inner.read(size)
        except DAMAGE as error:
            raise UnreadableError("It is cut short or damaged inside the zip. Make the zip again.") from error

    def close(self) -> None:
        self._inner.close()
        self._zip.close()
        self._outer.close()

    def __enter__(self) -> _Member:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _open(archive: Source, name: str) -> IO[bytes]:
    try:
        return cast(IO[bytes], _Member(archive, name))
    except DAMAGE as error:
        raise UnreadableError("It is cut short or damaged inside the zip. Make the zip again.") from error
