"""From a query to Arrow in large pieces: one message for each row, as a COPY has, costs ten times the query."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
from django.db import connection
from psycopg.types.string import TextLoader

PIECE = 20_000
_AS_TEXT = ("bool", "date", "int2", "int4", "int8", "uuid")


def arrow(sql: str, columns: Sequence[str]) -> Any:
    """The rows of a query as a pyarrow.Table of text columns by these names, in their order; blank is null.

    Needs a transaction that is open: the rows are held by the server, `PIECE` of them at a time here.
    """
    schema = pa.schema([(name, pa.string()) for name in columns])
    found = []
    with connection.chunked_cursor() as cursor:
        for name in _AS_TEXT:
            cursor.adapters.register_loader(name, TextLoader)
        cursor.execute(sql)
        while rows := cursor.fetchmany(PIECE):
            found.append(
                pa.Table.from_arrays([_blank(values) for values in zip(*rows, strict=True)], schema=schema)
            )
    return pa.concat_tables(found) if found else schema.empty_table()


def _blank(values: Sequence[str | None]) -> Any:
    told = pa.array(values, pa.string())
    return pc.if_else(pc.equal(told, ""), pa.scalar(None, pa.string()), told)
