"""Looks at the first rows of Episodes to tell the collection year of all the files of one set."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain, islice

from kith.returns.reading.csv_header import read_header
from kith.returns.reading.decoding import Decoder
from kith.returns.reading.limits import YEAR_SAMPLE_ROWS
from kith.returns.reading.shapes import Source, UnreadableError
from kith.returns.reading.sniffing import Sniffed
from kith.returns.reading.years import said_by_dates, said_by_latest, said_by_name

SetKey = tuple[str, int | None, int | None]

_UK = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")


def set_key(source: Source) -> SetKey:
    """Files in one folder whose names mention the same year belong to one return."""
    return (source.folder, *said_by_name(source.leaf))


def dates_in_csv(source: Source, sniffed: Sniffed) -> int | None:
    """The collection year that a CSV of Episodes tells by DEC, else by DECOM too; None for any other table."""
    try:
        with source.open() as stream:
            lines = next(Decoder(stream, sniffed.encoding).chunks(), b"").decode("utf-8").split("\n")
        header = read_header(lines[0], source.leaf)
    except (UnreadableError, OSError):
        return None
    if header.table.name != "Episodes":
        return None

    def days(column: str) -> Iterator[dt.date]:
        at = header.positions.get(column)
        cells = (line.split(header.delimiter) for line in islice(lines, 1, YEAR_SAMPLE_ROWS))
        return (day for row in cells if at is not None and len(row) > at and (day := loose_date(row[at])))

    return said_by_dates(days("DEC")) or said_by_latest(source.path, chain(days("DEC"), days("DECOM")))


def loose_date(text: str) -> dt.date | None:
    """A date in either order of DfE's two returns, or None."""
    text = text.strip(' "')
    if found := _UK.match(text):
        day, month, year = (int(part) for part in found.groups())
    elif found := _ISO.match(text):
        year, month, day = (int(part) for part in found.groups())
    else:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
