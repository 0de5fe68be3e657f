"""What was gathered from the files of a return, table by table."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

import pyarrow as pa

from kith.returns.checking.given import numbered
from kith.returns.checking.packed import Packed
from kith.returns.checking.result import Structure
from kith.returns.codes import ReturnKind, layout
from kith.returns.reading import Batch


class Sheet:
    """One table of one file, gathered from its batches."""

    def __init__(self, first: Batch, kind: ReturnKind, table: str) -> None:
        self.file, self.kind, self.table, self.year = first.file, kind, table, first.year
        self.present = first.present
        self._raw: list[pa.Table] = []
        self._others: list[pa.Table] = []
        self._packed = Packed(first.raw.schema) if kind == "cin" and first.raw is not None else None

    def add(self, batch: Batch) -> None:
        if self._packed:
            self._packed.add(batch.turn, batch.raw)
            return
        self._raw.append(batch.raw)
        if batch.others is not None:
            self._others.append(batch.others)

    @property
    def xml(self) -> bool:
        """An XML can hold every column of its tables, so that none is lacking."""
        return self.present is None

    def frame(self, taken: Iterable[str]) -> pa.Table | Packed:
        """`row` and the columns that the file has as text, with those of `taken` that it has beside them."""
        if self._packed:
            return self._packed
        raw = pa.concat_tables(self._raw)
        if self.present is not None:
            raw = raw.select([name for name in raw.column_names if name == "row" or name in self.present])
        if self._others:
            others = pa.concat_tables(self._others)
            wanted = {name.upper(): name for name in taken}
            for name in others.column_names:
                if (column := wanted.pop(name.upper(), None)) and column not in raw.column_names:
                    raw = raw.append_column(column, others[name])
        return raw


@dataclass(slots=True)
class Gathered:
    """What `check_tables` takes: `tables` by name as Arrow text with `row`, `names` and `years` of files.

    A census's tables are packed. `notes` are worth knowing and no faults: each message with the files that it is true
    of. `authority` is an ONS code: as asked, else of the LEA that a CIN census names.
    """

    kind: ReturnKind
    year: str | None = None
    file_format: str = "csv"
    authority: str | None = None
    tables: dict[str, pa.Table | Packed] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    years: dict[str, str | None] = field(default_factory=dict)
    structure: list[Structure] = field(default_factory=list)
    notes: dict[str, list[str]] = field(default_factory=dict)

    def fault(
        self,
        file: str,
        message: str,
        *,
        row: int | None = None,
        column: str | None = None,
        first: bool = False,
    ) -> None:
        """Add a fault of structure; `first` puts it before all others."""
        at = 0 if first else len(self.structure)
        self.structure.insert(at, {"file": file, "row": row, "column": column, "message": message})

    def frames(self) -> dict[str, pa.Table | Packed]:
        """The tables as the engine takes them, each row by the number that it has in its file."""
        return {
            name: table if isinstance(table, Packed) else numbered(table)
            for name, table in self.tables.items()
        }

    def hand_over(self) -> dict[str, pa.Table | Packed]:
        """As `frames`, and none is held here any more."""
        frames = self.frames()
        self.tables.clear()
        return frames

    def take(self, sheet: Sheet, taken: Iterable[str]) -> None:
        """Take a file as the one of its table."""
        self.tables[sheet.table] = sheet.frame(taken)
        self.names[sheet.table] = sheet.file
        self.years[sheet.table] = sheet.year
        if sheet.xml:
            self.file_format = "xml"

    def take_empty(self, table: str, file: str) -> None:
        """Take it that the return has no rows of a table, as a whole XML without them says."""
        columns = [
            ("row", pa.int64()),
            *((name, pa.string()) for name in layout(self.kind)[table].column_names),
        ]
        empty = pa.schema(columns)
        self.tables[table] = Packed(empty) if self.kind == "cin" else empty.empty_table()
        self.names[table] = file

    def unpack(self) -> None:
        """Hold the rows of a census as they are, to be shown."""
        for name, table in self.tables.items():
            if isinstance(table, Packed):
                self.tables[name] = table.rows()
