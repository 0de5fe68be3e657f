"""Copies what was read into temporary tables, a batch at a time: memory does not grow with the files."""

from __future__ import annotations

import io
from hashlib import sha256
from typing import TYPE_CHECKING

from kith.returns.codes import Kind, layout
from kith.returns.load.people import child_column
from kith.returns.load.shapes import quoted

if TYPE_CHECKING:
    import pyarrow as pa
    from django.db.backends.utils import CursorWrapper

    from kith.returns.load.sheets import Sheet

_TYPES: dict[Kind, str] = {"date": "date", "integer": "integer", "parent": "integer"}


def make(cursor: CursorWrapper, sheet: Sheet) -> None:
    """Make the sheet's temporary table: `row` and the table's columns, typed."""
    columns = ", ".join(
        f"{quoted(column.name)} {_TYPES.get(column.kind, 'text')}"
        for column in layout(sheet.kind)[sheet.table].columns
    )
    cursor.execute(f"CREATE TEMP TABLE {sheet.stage} (row bigint, {columns}) ON COMMIT DROP")


class Stager:
    """Streams the batches of one sheet into its table, and keeps a digest of what went in."""

    def __init__(self, cursor: CursorWrapper, sheet: Sheet) -> None:
        self._cursor = cursor
        self._sheet = sheet
        self._digest = sha256()
        make(cursor, sheet)

    def add(self, rows: pa.Table) -> None:
        """Copy some typed rows: `row` and the columns in the order of the layout."""
        # Late, for it is large, and every process of Kith reads this file at its start.
        from pyarrow import csv

        buffer = io.BytesIO()
        csv.write_csv(rows, buffer, csv.WriteOptions(include_header=False))
        data = buffer.getvalue()
        self._digest.update(data)
        with self._cursor.copy(f"COPY {self._sheet.stage} FROM STDIN (FORMAT csv)") as copy:
            copy.write(data)

    def finish(self) -> None:
        """Let the planner know how much there is, and of how many children: no other column is joined on."""
        self._sheet.digest = self._digest.hexdigest()
        child = child_column(self._sheet)
        known = child in layout(self._sheet.kind)[self._sheet.table].column_names
        self._cursor.execute(f"ANALYZE {self._sheet.stage} ({quoted(child) if known else 'row'})")
