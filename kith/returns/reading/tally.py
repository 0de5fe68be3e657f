"""Counts over batches: what each file gave, by table. Rows read = rows yielded + rows refused, always."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from kith.returns.reading.shapes import Batch, Notice, Refusal


@dataclass(slots=True)
class FileCount:
    """The rows of one table of one file."""

    file: str
    table: str | None
    year: str | None
    read: int = 0
    yielded: int = 0
    refused: int = 0


@dataclass(slots=True)
class Tally:
    """Counts in the order in which files were read, with every refusal and notice."""

    counts: dict[tuple[str, str | None], FileCount] = field(default_factory=dict)
    refusals: list[Refusal] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)

    def add(self, batch: Batch) -> None:
        key = (batch.file, batch.table)
        count = self.counts.setdefault(key, FileCount(batch.file, batch.table, batch.year))
        count.read += batch.rows_read
        count.yielded += batch.rows_yielded
        count.refused += batch.rows_refused
        self.refusals.extend(batch.refusals)
        self.notices.extend(batch.notices)


def tally(batches: Iterable[Batch]) -> Tally:
    """Run through batches and count them; the rows themselves are let go."""
    counted = Tally()
    for batch in batches:
        counted.add(batch)
    return counted
