"""The frames of a census in pieces of so many children, each row with whose it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from kith.returns.codes import layout
from kith.returns.codes.layouts import Table

KEY = "LAchildID"
FIRST = "ChildIdentifiers"
PIECE = 5_000
"""Children of a piece: few enough to be small, many enough that what is done once for each piece is nothing."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some children, one after another: `rows` of each table, `child`: whose each is, and `parent`: which of the
    table above it is a part of, both from 0 within the piece."""

    count: int
    rows: dict[str, Any]
    child: dict[str, Any]
    parent: dict[str, Any]


def pieces(frames: Mapping[str, Any], size: int = PIECE) -> Iterator[Piece]:
    """All children of the frames. A row that is nobody's is in no piece."""
    tables = {name: frame for name, frame in frames.items() if name != "Header"}
    above = {name: _above(layout("cin")[name]) for name in tables}
    ids = frames[FIRST][KEY].combine_chunks()
    at: dict[str, Any] = {FIRST: pa.array(range(len(ids)), pa.int32())}
    row: dict[str, Any] = {}
    for name, frame in tables.items():
        if (parent := above[name]) is not None:
            row[name] = pc.subtract(pc.cast(frame[f"{parent}Row"].combine_chunks(), pa.int32()), 1)
            at[name] = at[parent].take(row[name])
        elif name != FIRST:
            at[name] = pc.index_in(frame[KEY].combine_chunks(), value_set=ids)
    for first in range(0, len(ids), size):
        ours = {
            name: pc.indices_nonzero(
                pc.fill_null(pc.and_(pc.greater_equal(whose, first), pc.less(whose, first + size)), False)
            )
            for name, whose in at.items()
        }
        yield Piece(
            count=len(ours[FIRST]),
            rows={name: frame.take(ours[name]) for name, frame in tables.items()},
            child={name: pc.subtract(at[name].take(ours[name]), first) for name in tables},
            parent={
                name: pc.index_in(
                    row[name].take(ours[name]), value_set=pc.cast(ours[str(above[name])], pa.int32())
                )
                for name in row
            },
        )


def _above(table: Table) -> str | None:
    """The table whose rows those of this one are parts of, if it is not the child itself."""
    parents = [each.name.removesuffix("Row") for each in table.columns if each.kind == "parent"]
    return parents[-1] if parents else None
