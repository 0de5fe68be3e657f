"""Rows of a census held small until they are checked: compressed, in memory, in the turns in which they were read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import pyarrow as pa
from pyarrow import ipc

_PIECE = 100_000
"""Rows that are unpacked at a time, where room matters more than time."""
_SMALL = ipc.IpcWriteOptions(compression="zstd")


class Packed:
    """The rows of one table, as Arrow text with `row`. A turn of reading holds children whole, in every table."""

    def __init__(self, schema: pa.Schema) -> None:
        self._schema = schema
        self._held: list[tuple[int, int, pa.Buffer]] = []
        self._read = list(range(len(schema)))

    def add(self, turn: int, rows: pa.Table) -> None:
        """Take the rows of a turn, which are of the schema."""
        out = pa.BufferOutputStream()
        with ipc.new_stream(out, self._schema, options=_SMALL) as stream:
            stream.write_table(rows)
        self._held.append((turn, rows.num_rows, out.getvalue()))

    @property
    def num_rows(self) -> int:
        return sum(rows for _, rows, _ in self._held)

    @property
    def column_names(self) -> list[str]:
        return list(self._schema.names)

    def by_turn(self) -> Iterable[tuple[int, int]]:
        """Each turn that has rows, in order, with how many."""
        return [(turn, rows) for turn, rows, _ in self._held]

    def only(self, columns: Collection[str], *, rows: bool = True) -> Packed:
        """The same rows, or none, with no more than `row` and these columns."""
        fields = [each for each in self._schema if each.name == "row" or each.name in columns]
        narrow = Packed(pa.schema(fields))
        narrow._read = [self._read[at] for at, each in enumerate(self._schema) if each in fields]
        narrow._held = list(self._held) if rows else []
        return narrow

    def pieces(self) -> Iterator[Packed]:
        """The same rows some at a time; one piece without any where there are none."""
        piece = self.only(self.column_names, rows=False)
        for held in self._held:
            if piece.num_rows >= _PIECE:
                yield piece
                piece = self.only(self.column_names, rows=False)
            piece._held.append(held)
        yield piece

    def rows(self, turns: Collection[int] | None = None) -> pa.Table:
        """The rows of these turns, or all, as they were given."""
        read = ipc.IpcReadOptions(included_fields=self._read)
        chosen = [
            ipc.open_stream(held, options=read).read_all()
            for turn, _, held in self._held
            if turns is None or turn in turns
        ]
        return pa.concat_tables(chosen) if chosen else self._schema.empty_table()
