"""What reading hands on: batches of rows, refusals and notices."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO

import pyarrow as pa

from kith.returns.codes import ReturnKind


@dataclass(frozen=True, slots=True)
class Source:
    """One file to be read, on disk or inside a zip: `open` gives a fresh binary stream from its start.

    `name` is fit to be shown; `named`: whether somebody gave this very file, not a folder or a zip around it.
    """

    name: str
    folder: str
    size: int
    open: Callable[[], IO[bytes]]
    named: bool = True

    @property
    def leaf(self) -> str:
        return self.name.rsplit("/", 1)[-1]

    @property
    def path(self) -> str:
        """Its name with the folder or zip that it lies in: where a collection year may be written."""
        folder = self.folder.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]
        return f"{folder}/{self.leaf}"


@dataclass(frozen=True, slots=True)
class Refusal:
    """What was not read. `row` counts data rows from 1 and is None for a whole file; `field` may be None.

    `stray`: a file beside the return that nothing about it calls a part of one, such as a README.
    """

    file: str
    row: int | None
    field: str | None
    reason: str
    stray: bool = False


@dataclass(frozen=True, slots=True)
class Notice:
    """What was read but is worth a person's eye; `count` rows like it, `row` the first of them."""

    file: str
    row: int | None
    field: str | None
    message: str
    count: int = 1


@dataclass(frozen=True, slots=True)
class Batch:
    """Some rows of one table of one file.

    `typed`: pyarrow.Table of the rows that could be read: `row` (int64), then the table's columns in DfE's
    order (date32, int32 or string; null for blank). `raw`: pyarrow.Table of **every** row read, refused ones
    too: `row`, then the same columns as the text of the file (null where the file has no such column).
    `year` is the collection year, "2017-18", or None when it cannot be told. A file with nothing in it gives
    one batch with no rows. `table` is None when the file was refused before its table was known. `present`:
    the columns that a CSV has; `others`: those of it that are not the return's. `source`: a census's own file.
    `turn`: of an XML, which turn of reading gave it; each turn holds children whole, in every table.
    """

    file: str
    kind: ReturnKind | None
    table: str | None
    year: str | None
    typed: pa.Table | None = None
    raw: pa.Table | None = None
    refusals: list[Refusal] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    present: frozenset[str] | None = None
    others: pa.Table | None = None
    source: Source | None = None
    turn: int = 0

    @property
    def rows_read(self) -> int:
        return 0 if self.raw is None else int(self.raw.num_rows)

    @property
    def rows_yielded(self) -> int:
        return 0 if self.typed is None else int(self.typed.num_rows)

    @property
    def rows_refused(self) -> int:
        return sum(1 for refusal in self.refusals if refusal.row is not None)


class UnreadableError(Exception):
    """A whole file cannot be read; the message says why, and how to mend it."""


class NotAReturnError(UnreadableError):
    """What the file holds is no return, as far as can be seen: it is not damaged."""
