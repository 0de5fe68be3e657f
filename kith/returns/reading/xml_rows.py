"""Gathers rows from XML by table until there are enough for a batch."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import duckdb
import pyarrow as pa

from kith.returns.codes import ReturnKind, Table, layout
from kith.returns.reading.cleaning import Cleaner
from kith.returns.reading.limits import XML_ROWS_PER_BATCH
from kith.returns.reading.reasons import shown
from kith.returns.reading.shapes import Batch


class _Rows:
    def __init__(self, table: Table, cleaner: Cleaner) -> None:
        self.table = table
        self.cleaner = cleaner
        self.clear()

    def clear(self) -> None:
        self.numbers: list[int] = []
        self.values: dict[str, list[str | None]] = {name: [] for name in self.table.column_names}
        self.faults: dict[int, str] = {}


class XmlRows:
    """Rows of every table of one XML file, numbered from 1 in the order of the document."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection | None, file: str, kind: ReturnKind, year: str | None
    ) -> None:
        self._year = year
        self._held = 0
        self._numbers: Counter[str] = Counter()
        self._tables = {
            name: _Rows(table, Cleaner(connection, file, table, frozenset(table.column_names)))
            for name, table in layout(kind).items()
        }

    def add(self, table: str, values: dict[str, str | None], fault: str | None = None) -> int:
        """Take one row and give its number; columns not in `values` are blank."""
        rows = self._tables[table]
        self._numbers[table] += 1
        number = self._numbers[table]
        rows.numbers.append(number)
        for name, column in rows.values.items():
            column.append(values.get(name))
        if fault:
            rows.faults[number] = fault
        self._held += 1
        return number

    def next_number(self, table: str) -> int:
        return self._numbers[table] + 1

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
            if rows.numbers:
                raw = pa.table(
                    {
                        "row": pa.array(rows.numbers, pa.int64()),
                        **{column: pa.array(values, pa.string()) for column, values in rows.values.items()},
                    }
                )
                batch = rows.cleaner.clean(raw, rows.faults, self._year)
                rows.clear()
                if last:
                    batch.notices.extend(notices.written())
                yield batch
            elif last and (written := notices.written()):
                yield Batch(written[0].file, rows.table.kind, name, self._year, notices=written)
        self._held = 0
