"""What came of asking rules of the children of a return, all of them or a part."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import duckdb
import pyarrow as pa

from kith.returns.checking.result import Structure
from kith.returns.checking.running import KEY, Outcome
from kith.returns.checking.structure import Tally
from kith.returns.checking.typed import Presence
from kith.returns.codes import ReturnKind, layout

NOBODY = pa.chunked_array([], pa.uint64())


@dataclass(frozen=True, slots=True)
class Checked:
    """`rows`: of each table that was given. `children`: a number for each child, the same in
    every part; of what is checked tight, where all are looked at once more, nobody's.

    `lost`: ids that lost their leading zeros. `notes`: what is near, not exact.
    """

    outcomes: list[Outcome]
    tallies: list[Tally]
    rows: dict[str, int]
    children: pa.ChunkedArray
    lost: Sequence[Structure] = ()
    notes: list[str] = field(default_factory=list)


def rows_of(kind: ReturnKind, presence: Presence) -> dict[str, int]:
    """The rows of each table that was given, in the order of the return."""
    return {name: presence.rows[name] for name in layout(kind) if name in presence.tables}


def children_of(connection: duckdb.DuckDBPyConnection, kind: ReturnKind) -> pa.ChunkedArray:
    """A hash of the id of each child that any table names."""
    key = KEY[kind]
    ids = " UNION ".join(
        f"SELECT {key} FROM {name} WHERE {key} IS NOT NULL"
        for name, table in layout(kind).items()
        if key in table.column_names
    )
    return connection.sql(f"SELECT hash({key}) AS child FROM ({ids})").to_arrow_table()["child"]
