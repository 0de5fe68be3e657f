"""What was given to be checked, whatever its shape, as tables of text in DuckDB."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import duckdb
import pyarrow as pa

from kith.returns.checking.errors import CheckError
from kith.returns.checking.packed import Packed

Frame = Any
"""A frame that DuckDB reads (Arrow, pandas, polars, a relation), a dict of lists, one a column, or Packed."""

ROW = "kith_row"
"""The column by which our own reader numbers the rows of a file."""

ODD = (b"\t", b"\n", b"\r", "\u00a0".encode(), b".0")
"""What a plain column has nowhere: other blanks than spaces, and the end that a spreadsheet gives to whole numbers."""

PLAIN_TYPES = {pa.string(): "VARCHAR", pa.int64(): "BIGINT"}
"""What our own reader gives, as DuckDB calls it."""


@dataclass(frozen=True, slots=True)
class Given:
    """One table as it was given: DuckDB's type of each column, the name of its source, the plain ones of text, and
    whether it is known to have no row.
    """

    columns: dict[str, str]
    source: str
    plain: frozenset[str]
    empty: bool = False

    def text(self, column: str) -> str:
        """SQL for a column's text, trimmed, blank as null: dates DD/MM/YYYY, whole numbers without ".0"."""
        name, kind = '"' + column.replace('"', '""') + '"', self.columns[column]
        if kind.startswith(("DATE", "TIMESTAMP")):
            return f"strftime({name}, '%d/%m/%Y')"
        if kind == "BOOLEAN":
            return f"CAST(CAST({name} AS INTEGER) AS VARCHAR)"
        if kind in ("DOUBLE", "FLOAT") or kind.startswith("DECIMAL"):
            number = _whole(f"CAST({name} AS VARCHAR)")
            return f"CASE WHEN isnan(CAST({name} AS DOUBLE)) THEN NULL ELSE {number} END"
        if column in self.plain:
            return f"nullif(trim({name}), '')"
        blanks = "chr(32) || chr(9) || chr(10) || chr(13) || chr(160)"
        return f"nullif(trim(CAST({name} AS VARCHAR), {blanks}), '')"

    def whole(self, column: str) -> str:
        """As `text`, of a column of ids or codes: without the ".0" of a spreadsheet."""
        return self.text(column) if column in self.plain else _whole(self.text(column))


def numbered(table: pa.Table) -> pa.Table:
    """What our own reader gives, with its `row` under the name by which rules' tables are numbered."""
    return table.rename_columns([ROW if column == "row" else column for column in table.column_names])


def take(connection: duckdb.DuckDBPyConnection, name: str, frame: Frame) -> Given:
    """Register `frame` under "given_<name>". Raises CheckError where it cannot be read as a table."""
    source = f"given_{name}"
    try:
        if isinstance(frame, Packed):
            frame = numbered(frame.rows())
        if isinstance(frame, Mapping):
            frame = _arrow(frame)
        if isinstance(frame, duckdb.DuckDBPyRelation):
            frame = frame.to_arrow_table()
        connection.register(source, frame)
        # Asking DuckDB for the types costs as much as reading a small table.
        if isinstance(frame, pa.Table) and all(kind in PLAIN_TYPES for kind in frame.schema.types):
            types = {field.name: PLAIN_TYPES[field.type] for field in frame.schema}
            return Given(types, source, _plain(frame), not frame.num_rows)
        found = connection.execute(f'DESCRIBE SELECT * FROM "{source}"').fetchall()
    except (duckdb.Error, pa.ArrowException, TypeError, ValueError) as why:
        raise CheckError(f"The table {name} cannot be read: {why}") from why
    return Given({column: str(kind) for column, kind, *_ in found}, source, _plain(frame))


def _plain(frame: Frame) -> frozenset[str]:
    """The columns of text that are plain, told by their bytes alone: asking DuckDB row by row costs ten times that."""
    if not isinstance(frame, pa.Table):
        return frozenset()
    return frozenset(
        name
        for name, column in zip(frame.column_names, frame.columns, strict=True)
        if column.type == pa.string() and not any(_is_odd(chunk) for chunk in column.chunks)
    )


def _is_odd(chunk: pa.Array) -> bool:
    data = chunk.buffers()[2]
    return data is not None and any(mark in data.to_pybytes() for mark in ODD)


def _whole(text: str) -> str:
    return f"CASE WHEN ends_with({text}, '.0') THEN regexp_replace({text}, '^(-?[0-9]+)[.]0$', '\\1') ELSE {text} END"


def _arrow(columns: Mapping[str, Sequence[object]]) -> pa.Table:
    lengths = {len(values) for values in columns.values()}
    if len(lengths) > 1:
        raise ValueError("its columns are not of one length.")
    return pa.table(
        {str(name): pa.array([_text(v) for v in values], pa.string()) for name, values in columns.items()}
    )


def _text(value: object) -> str | None:
    if value is None or value != value:  # noqa: PLR0124 (what is not a number differs from itself)
        return None
    if isinstance(value, bool):
        return str(int(value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, dt.date):
        return value.strftime("%d/%m/%Y")
    return str(value)
