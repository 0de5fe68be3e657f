"""Reading begun while the rest of a command still starts: it asks nothing of the record."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from kith.core.ahead import ahead, begun

if TYPE_CHECKING:
    from kith.returns.reading.shapes import Batch

PIECES = 8
"""How many batches wait at most: about what is read of a file of text while Kith starts."""


class Beforehand:
    """The batches of `paths`. The first time they are asked for, reading has begun; after that they are read anew."""

    def __init__(self, paths: Sequence[str | os.PathLike[str]], first: Iterator[Batch]) -> None:
        self._paths = paths
        self._first: Iterator[Batch] | None = first

    def batches(self) -> Iterator[Batch]:
        """Each batch once, in the order of `read`."""
        first, self._first = self._first, None
        return ahead(_read(self._paths)) if first is None else first


@contextmanager
def beforehand(paths: Sequence[str | os.PathLike[str]]) -> Iterator[Beforehand]:
    """Begin to read at once. What is not asked for by the end of the block is read no further."""
    with begun(_read(paths), PIECES) as first:
        yield Beforehand(paths, first)


def _read(paths: Sequence[str | os.PathLike[str]]) -> Iterator[Batch]:
    # In the thread that reads: what it needs is large, and the command starts beside it.
    from kith.returns.reading.reader import read

    yield from read(paths)
