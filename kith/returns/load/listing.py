"""Rows that were not loaded, as many as there are: a short list in memory, a long one in a file of its own."""

from __future__ import annotations

import json
import tempfile
import weakref
from collections.abc import Iterable, Iterator
from typing import TypedDict

SHORT = 1 << 20
"""Bytes up to which the list stays in memory."""


class Listed(TypedDict):
    """One row that did not reach the record. `row` is None when the whole file did not."""

    file: str
    row: int | None
    field: str | None
    reason: str


class Listing:
    """Filled once, then read as often as wanted, in order. Its file has no name and ends with it.

    Adding raises OSError when there is no room for the file.
    """

    def __init__(self, items: Iterable[Listed] = ()) -> None:
        self._kept = tempfile.SpooledTemporaryFile(SHORT)  # noqa: SIM115 - it lives as long as the list
        weakref.finalize(self, self._kept.close)
        self._count = 0
        for item in items:
            self.add(item)

    def add(self, item: Listed) -> None:
        self._kept.write(json.dumps(item).encode() + b"\n")
        self._count += 1

    def flush(self) -> None:
        """Say that all has been added: what is not yet on the disk goes there, or OSError is raised."""
        self._kept.flush()

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Listed]:
        self._kept.seek(0)
        for line in self._kept:
            yield json.loads(line)
