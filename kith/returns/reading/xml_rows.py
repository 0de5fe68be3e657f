"""Gathers rows from XML by table until there are enough for a batch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import duckdb
import pyarrow as pa

from kith.core.visible import shown
from kith.returns.codes import ReturnKind, Table, layout
from kith.returns.reading.cin_form import Row
from kith.returns.reading.cleaning import Cleaner
from kith.returns.reading.limits import XML_ROWS_PER_BATCH
from kith.returns.reading.shapes import Batch


class _Rows:
    """The rows of a table that are held, each as the cells of its columns; `before`: how many were given already."""

    def __init__(self, table: Table, cleaner: Cleaner) -> None:
        self.table = table
        self.cleaner = cleaner
        self.names = table.column_names
        self.before = 0
        self.held: list[tuple[str | None, ...]] = []
        self.faults: dict[int, str] = {}

    def given(self) -> pa.Table:
        """The rows held as Arrow text, with their numbers; none is held any more."""
        last = self.before + len(self.held)
        raw = pa.table(
            {
                "row": pa.array(range(self.before + 1, last + 1), pa.int64()),
                **{
                    name: pa.array(cells, pa.string())
                    for name, cells in zip(self.names, zip(*self.held, strict=True), strict=True)
                },
            }
        )
        self.before = last
        self.held.clear()
        return raw


class XmlRows:
    """Rows of every table of one XML file, numbered from 1 in the order of the document."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection | None, file: str, kind: ReturnKind, year: str | None
    ) -> None:
        self._year = year
        self._held = self._turn = 0
        self._tables = {
            name: _Rows(table, Cleaner(connection, file, table, frozenset(table.column_names)))
            for name, table in layout(kind).items()
        }

    def add(self, table: str, values: dict[str, str | None], fault: str | None = None) -> int:
        """Take one row and give its number; columns not in `values` are blank."""
        rows = self._tables[table]
        rows.held.append(tuple(map(values.get, rows.names)))
        number = rows.before + len(rows.held)
        if fault:
            rows.faults[number] = fault
        self._held += 1
        return number

    def add_alike(self, form: Sequence[Row], cells: list[Any]) -> None:
        """Take rows as a form says; the number of each row that others name is added to `cells`."""
        for table, picked, above in form:
            rows = self._tables[table]
            rows.held.append(picked(cells))
            if above:
                cells.append(str(rows.before + len(rows.held)))
        self._held += len(form)

    def next_number(self, table: str) -> int:
        rows = self._tables[table]
        return rows.before + len(rows.held) + 1

    def stray(self, table: str, text: str) -> None:
        """Text between elements: not read, and said."""
        self._note(table, None, f"{shown(text)} stands between elements and is not read.")

    def unknown(self, table: str, element: str) -> None:
        """An element that the return does not have: not read, and said."""
        self._note(table, None, f"The element {shown(element)} is not part of {table} and is not read.")

    def _note(self, table: str, field: str | None, message: str) -> None:
        self._tables[table].cleaner.notices.tally(field, message, self.next_number(table))

    def full(self) -> bool:
        return self._held >= XML_ROWS_PER_BATCH

    def flush(self, *, last: bool = False) -> Iterator[Batch]:
        """The rows held, one batch for each table that has any; `last` adds the notices."""
        for name, rows in self._tables.items():
            notices = rows.cleaner.notices
            if rows.held:
                batch = rows.cleaner.clean(rows.given(), rows.faults, self._year)
                rows.faults = {}
                if last:
                    batch.notices.extend(notices.written())
                yield replace(batch, turn=self._turn)
            elif last and (written := notices.written()):
                yield Batch(written[0].file, rows.table.kind, name, self._year, notices=written)
        self._held = 0
        self._turn += 1
