"""From columns of text to a Batch: typed rows, refusals for rows that cannot be read, and notices."""

from __future__ import annotations

from typing import get_args

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from kith.returns.codes import Table
from kith.returns.reading.by_hand import stopped_by_hand
from kith.returns.reading.cleaning_sql import cleaning_query
from kith.returns.reading.notices import NoticeBook
from kith.returns.reading.plain_text import Texture
from kith.returns.reading.reasons import reason
from kith.returns.reading.shapes import Batch, Refusal


def connect() -> duckdb.DuckDBPyConnection:
    """A DuckDB in memory that can reach neither files nor network."""
    connection = duckdb.connect(":memory:")
    connection.execute("SET enable_external_access = false")
    connection.execute("SET TimeZone = 'UTC'")
    return connection


class Cleaner:
    """Cleans the rows of one table of one file; without a connection it leaves them the text that they are."""

    def __init__(
        self, connection: duckdb.DuckDBPyConnection | None, file: str, table: Table, present: frozenset[str]
    ) -> None:
        self._connection = connection
        self._file = file
        self._table = table
        self._queries = {
            texture: cleaning_query(table, present, "raw_rows", texture) for texture in get_args(Texture)
        }
        self.notices = NoticeBook(file, table, present)

    def clean(
        self, raw: pa.Table, faults: dict[int, str], year: str | None, *, texture: Texture = "any"
    ) -> Batch:
        """`raw`: `row` and the table's columns as text. `faults`: data row numbers that are refused whole.

        `texture`: how plain the values are known to be (see `plain_text`), so that checks can be left out.
        """
        if self._connection is None:
            refusals = [Refusal(self._file, row, None, why) for row, why in faults.items()]
            return Batch(self._file, self._table.kind, self._table.name, year, None, raw, refusals)
        self._connection.register("raw_rows", raw)
        with stopped_by_hand():
            result = self._connection.sql(self._queries[texture]).to_arrow_table()
        self._connection.unregister("raw_rows")
        refusals = []
        wrong = pc.not_equal(result["bad"], 0)
        if faults:
            wrong = pc.or_(wrong, pc.is_in(result["row"], pa.array(list(faults), pa.int64())))
        if pc.any(wrong).as_py():
            refusals = self._refusals(raw.filter(wrong), result["bad"].filter(wrong).to_pylist(), faults)
            result = result.filter(pc.invert(wrong))
        typed = result.drop_columns(["bad"])
        self.notices.look(typed, raw, plain=texture == "plain")
        return Batch(self._file, self._table.kind, self._table.name, year, typed, raw, refusals)

    def _refusals(self, rows: pa.Table, bits: list[int], faults: dict[int, str]) -> list[Refusal]:
        refusals = []
        for row, mask in zip(rows.to_pylist(), bits, strict=True):
            number = row["row"]
            if number in faults:
                refusals.append(Refusal(self._file, number, None, faults[number]))
                continue
            bad = [column for at, column in enumerate(self._table.columns) if mask >> at & 1]
            also = f" Also: {', '.join(column.name for column in bad[1:])}." if len(bad) > 1 else ""
            refusals.append(Refusal(self._file, number, bad[0].name, reason(bad[0], row[bad[0].name]) + also))
        return refusals
