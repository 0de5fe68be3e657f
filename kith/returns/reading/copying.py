"""Batches as bytes for PostgreSQL's COPY, made without a Python loop over rows."""

from __future__ import annotations

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pa_csv

from kith.returns.reading.shapes import Batch


def copy_csv(rows: pa.Table) -> bytes:
    """The rows for `COPY ... FROM STDIN (FORMAT csv)`: dates as YYYY-MM-DD, null as nothing."""
    sink = pa.BufferOutputStream()
    pa_csv.write_csv(rows, sink, pa_csv.WriteOptions(include_header=False, quoting_style="needed"))
    return bytes(sink.getvalue())


def raw_of_yielded(batch: Batch) -> pa.Table:
    """The text of those rows alone that were yielded, in the order of `batch.typed`."""
    if batch.raw is None or batch.typed is None or batch.raw.num_rows == batch.typed.num_rows:
        return batch.raw
    return batch.raw.filter(pc.is_in(batch.raw["row"], batch.typed["row"].combine_chunks()))


def with_raw_json(batch: Batch, connection: duckdb.DuckDBPyConnection) -> pa.Table:
    """`batch.typed` with one column more, `raw`: the row's own text as a JSON object, for a jsonb column."""
    raw = raw_of_yielded(batch).drop_columns(["row"])
    connection.register("raw_text", raw)
    packed = connection.sql("SELECT CAST(to_json(raw_text) AS VARCHAR) AS raw FROM raw_text").to_arrow_table()
    connection.unregister("raw_text")
    return batch.typed.append_column("raw", packed["raw"]) if batch.typed is not None else None
