"""Pieces of CSV text into columns of text: Arrow where a piece is regular, with care where it is not."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.csv as pa_csv

from kith.returns.reading.limits import MAX_LINES_IN_ROW
from kith.returns.reading.plain_text import Texture, texture

UNCLOSED = 'A quote (") is opened in this row and not closed. Mend the row, or export it again.'
MISPLACED = 'A quote (") stands in the middle of a value. Mend the row, or export it again.'


@dataclass(slots=True)
class Records:
    """`columns[i]` is the text of column i; `rows` each row's data row number; `faults` rows that are ragged.

    `texture`: see `plain_text`.
    """

    table: pa.Table
    faults: dict[int, str] = field(default_factory=dict)
    texture: Texture = "any"


class RecordReader:
    """Parses chunks of whole lines into Records, carrying an unfinished quoted row over to the next chunk."""

    def __init__(self, width: int, delimiter: str) -> None:
        self.width = width
        self.delimiter = delimiter
        self.names = [str(at) for at in range(width)]
        self.rows = 0
        self._carried: list[str] = []

    def parse(self, chunk: bytes, *, last: bool) -> Records:
        """One chunk in, its rows out; `row` is the 1-based data row number over the whole file."""
        regular = None if self._carried or b"\0" in chunk else self._fast(chunk)
        if regular is None:
            return self._slow(chunk, last=last)
        first = self.rows + 1
        self.rows += regular.num_rows
        numbers = pa.array(range(first, self.rows + 1), pa.int64())
        return Records(regular.append_column("row", numbers), texture=texture(chunk, self.delimiter))

    def _fast(self, chunk: bytes) -> pa.Table | None:
        if b'"' in chunk and not self._plainly_quoted(chunk):
            return None
        lines = chunk.count(b"\n") + (not chunk.endswith(b"\n"))
        try:
            table = pa_csv.read_csv(
                pa.BufferReader(chunk),
                read_options=pa_csv.ReadOptions(
                    column_names=self.names, use_threads=False, block_size=len(chunk) + 1
                ),
                parse_options=pa_csv.ParseOptions(delimiter=self.delimiter, ignore_empty_lines=True),
                convert_options=pa_csv.ConvertOptions(
                    column_types={name: pa.string() for name in self.names},
                    strings_can_be_null=False,
                ),
            )
        except pa.ArrowInvalid:
            return None
        # Fewer rows than lines: blank lines or line breaks inside quotes, which the careful way tells apart.
        return table if table.num_rows == lines else None

    def _plainly_quoted(self, chunk: bytes) -> bool:
        """Every quote opens or closes a whole value, so that Arrow cannot read it otherwise than we would."""
        mark = self.delimiter.encode()
        opens = chunk.count(mark + b'"') + chunk.count(b'\n"') + chunk.startswith(b'"')
        closes = chunk.count(b'"' + mark) + chunk.count(b'"\n') + chunk.endswith(b'"')
        return opens == closes and opens + closes == chunk.count(b'"')

    def _slow(self, chunk: bytes, *, last: bool) -> Records:
        rows: list[Sequence[str | None]] = []
        first = self.rows + 1
        faults: dict[int, str] = {}
        nul = b"\0" in chunk
        for cells, fault in self._rows(chunk.decode("utf-8"), last=last):
            self.rows += 1
            if fault or nul or len(cells) != self.width:
                if wrong := fault or self._ragged(cells):
                    faults[self.rows] = wrong
                blanks = [None] * (self.width - len(cells))
                rows.append([*cells[: self.width], *blanks])
            else:
                rows.append(cells)
        columns: Iterable[Sequence[str | None]] = (
            zip(*rows, strict=True) if rows else [[] for _ in self.names]
        )
        arrays = [pa.array(column, pa.string()) for column in columns]
        numbers = pa.array(range(first, self.rows + 1), pa.int64())
        return Records(pa.Table.from_arrays([*arrays, numbers], names=[*self.names, "row"]), faults)

    def _ragged(self, cells: list[str]) -> str | None:
        if any("\0" in cell for cell in cells):
            return "This row holds a NUL character: the file is damaged here. Export it again."
        if len(cells) < self.width:
            return (
                f"This row has {len(cells)} values where the first line names {self.width} columns: it "
                "is cut short "
                "or has lost a comma. Export it again."
            )
        if any(cell.strip() for cell in cells[self.width :]):
            return (
                f"This row has {len(cells)} values where the first line names {self.width} columns. "
                "Put quotes round "
                "a value that holds a comma."
            )
        return None

    def _rows(self, text: str, *, last: bool) -> Iterator[tuple[list[str], str | None]]:
        lines = [*self._carried, *text.split("\n")]
        self._carried = []
        if lines and not lines[-1]:
            lines.pop()
        at = 0
        while at < len(lines):
            line = lines[at]
            if not line.strip():
                at += 1
            elif '"' not in line:
                yield line.split(self.delimiter), None
                at += 1
            else:
                cells, fault, used = self._quoted(lines, at, last=last)
                if used == 0:
                    self._carried = lines[at:]
                    return
                yield cells, fault
                at += used

    def _quoted(self, lines: list[str], at: int, *, last: bool) -> tuple[list[str], str | None, int]:
        """Cells, fault and how many lines were used: none when the row may go on in the next chunk."""
        for used in range(1, MAX_LINES_IN_ROW + 1):
            if at + used > len(lines):
                if not last:
                    return [], None, 0
                break
            try:
                text = [line + "\n" for line in lines[at : at + used]]
                return next(csv.reader(text, delimiter=self.delimiter, strict=True)), None, used
            except csv.Error as error:
                if "unexpected end" not in str(error):
                    return lines[at].split(self.delimiter), MISPLACED, 1
        return lines[at].split(self.delimiter), UNCLOSED, 1
