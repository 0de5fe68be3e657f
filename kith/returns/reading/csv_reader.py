"""Reads one CSV of the SSDA903 into batches."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import duckdb
import pyarrow as pa
import pyarrow.compute as pc

from kith.returns.reading.cleaning import Cleaner
from kith.returns.reading.csv_header import Header, read_header
from kith.returns.reading.csv_records import RecordReader, Records
from kith.returns.reading.decoding import Decoder
from kith.returns.reading.shapes import Batch, Refusal, Source, UnreadableError
from kith.returns.reading.sniffing import Sniffed
from kith.returns.reading.sources import explain
from kith.returns.reading.years import Verdict


def read_csv(
    source: Source, sniffed: Sniffed, verdict: Verdict, connection: duckdb.DuckDBPyConnection | None
) -> Iterator[Batch]:
    """Batches of one CSV; the last carries the file's notices. Raises UnreadableError before any row."""
    with source.open() as stream:
        decoder = Decoder(stream, sniffed.encoding)
        chunks = decoder.chunks()
        first = next(chunks, b"").lstrip(b"\n")
        line, _, rest = first.partition(b"\n")
        header = read_header(line.decode("utf-8"), source.leaf)
        present = frozenset(header.positions)
        cleaner = Cleaner(connection, source.name, header.table, present)
        _note_columns(cleaner, header, verdict)
        reader = RecordReader(header.width, header.delimiter)
        pending = rest
        failure: Refusal | None = None
        try:
            for chunk in chunks:
                yield _batch(reader.parse(pending, last=False), header, cleaner, verdict)
                pending = chunk
        except (UnreadableError, OSError) as error:
            says = explain(error) if isinstance(error, OSError) else str(error)
            failure = Refusal(source.name, None, None, f"Not all of it could be read. {says}")
        final = _batch(reader.parse(pending, last=True), header, cleaner, verdict)
        if failure:
            final.refusals.append(failure)
        _note_encoding(cleaner, decoder, sniffed)
        if reader.rows == 0:
            cleaner.notices.add(None, "It has column names but no rows.")
        final.notices.extend(cleaner.notices.written())
        yield final


def _batch(records: Records, header: Header, cleaner: Cleaner, verdict: Verdict) -> Batch:
    numbers = records.table["row"]
    columns: dict[str, pa.ChunkedArray] = {"row": numbers}
    for column in header.table.columns:
        at = header.positions.get(column.name)
        missing = pa.nulls(len(numbers), pa.string())
        columns[column.name] = missing if at is None else records.table[str(at)]
    for name, places in header.copies.items():
        for at in places:
            _compare_copies(records, name, columns[name], records.table[str(at)])
    batch = cleaner.clean(pa.table(columns), records.faults, verdict.year, texture=records.texture)
    others = {name: records.table[str(at)] for name, at in header.others.items()}
    beside = pa.table({**others, "row": numbers}) if others else None
    return replace(batch, present=frozenset(header.positions), others=beside)


def _compare_copies(records: Records, name: str, one: pa.ChunkedArray, other: pa.ChunkedArray) -> None:
    trimmed = [pc.fill_null(pc.utf8_trim_whitespace(column), "") for column in (one, other)]
    differ = records.table["row"].filter(pc.not_equal(*trimmed)).to_pylist()
    for row in differ:
        records.faults.setdefault(
            row,
            f"The file has the column {name} twice, and in this row the two differ. Remove the wrong one.",
        )


def _note_columns(cleaner: Cleaner, header: Header, verdict: Verdict) -> None:
    notices = cleaner.notices
    if verdict.remark:
        notices.add(None, verdict.remark)
    for name in header.missing:
        notices.add(name, f"The file has no column {name}; it is read as blank.")
    for name in header.extra:
        notices.add(None, f"The column “{name}” is not part of {header.table.name} and is not read.")
    for name in header.copies:
        notices.add(
            name, f"The file has the column {name} more than once; rows in which they differ are refused."
        )


def _note_encoding(cleaner: Cleaner, decoder: Decoder, sniffed: Sniffed) -> None:
    if decoder.fallback_lines:
        cleaner.notices.add(
            None, "Some lines are not UTF-8; they were read as Windows-1252.", count=decoder.fallback_lines
        )
    elif sniffed.encoding.startswith(("utf-16", "utf-32")):
        cleaner.notices.add(None, f"It is written in {sniffed.encoding.upper()}; read as such.")
    if not decoder.ends_with_newline:
        cleaner.notices.add(None, "It does not end with a line break: check that its last row is whole.")
