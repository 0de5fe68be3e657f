"""Reads lists of Ofsted's providers: as published, as councils get them with the guide, or in Kith's layout.

Kith's own has URN, POSTCODE, LA_CODE, PLACE_CODES, PROVIDER_CODES and REG_END. The headings of the others
change from year to year, so columns are told by what their headings mean (see `provider_headings`).
"""

from __future__ import annotations

import csv
import datetime as dt
import io
import os
import re
from collections.abc import Iterable, Iterator

import pyarrow as pa

from kith.returns.checking import geo
from kith.returns.checking.errors import CheckError
from kith.returns.checking.provider_headings import HEAD_ROWS, find_headings
from kith.returns.checking.providers import COLUMNS
from kith.returns.checking.xlsx import sheets
from kith.returns.reading.csv_header import DELIMITERS
from kith.returns.reading.decoding import Decoder
from kith.returns.reading.limits import HEAD_BYTES, MIB
from kith.returns.reading.shapes import Notice, Refusal, Source, UnreadableError
from kith.returns.reading.sniffing import sniff
from kith.returns.reading.sources import find

MAX_BYTES = 64 * MIB
WANTED = (
    "A list of providers is CSV or .xlsx with a column URN, and those of POSTCODE, LA_CODE, PLACE_CODES, "
    "PROVIDER_CODES and REG_END that are known."
)

_CODE = {"PLACE_CODES": re.compile(r"\b[A-Z][0-9]{1,2}\b"), "PROVIDER_CODES": re.compile(r"\bPR[0-9]\b")}
_DATE_LAYOUTS = (
    "%d/%m/%Y",
    "%Y-%m-%d",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%d-%b-%Y",
    "%d-%b-%y",
    "%d/%m/%y",
)

Row = dict[str, str | None]


def read_provider_lists(paths: Iterable[str | os.PathLike[str]]) -> pa.Table:
    """Every row of the lists, as `check_tables` takes `providers`: text, and only columns that some list has.

    LA_CODE is an ONS code, codes stand with spaces between, REG_END is DD/MM/YYYY. Where only some lists say
    when registrations end, their day holds for the rows of the others too. Raises CheckError, naming the file
    and what is wanted, for one that cannot be read, has no column URN or no provider in it.
    """
    found: list[Row] = []
    for source in find(paths):
        if isinstance(source, Notice):
            continue
        if isinstance(source, Refusal):
            raise CheckError(f"{source.file}: {source.reason}")
        try:
            rows = [row for table in _tables(source) for row in _providers(table)]
        except (UnreadableError, csv.Error) as why:
            raise CheckError(f"{source.name}: {why} {WANTED}") from why
        if not rows:
            raise CheckError(f"{source.name} has no column URN, or no provider under it. {WANTED}")
        found.extend(rows)
    _share_ends(found)
    known = [column for column in COLUMNS if any(column in row for row in found)]
    return pa.table(
        {name: pa.array([row.get(name) for row in found], pa.string()) for name in known or ["URN"]}
    )


def unknown_columns(frame: pa.Table) -> list[str]:
    """Which columns no list gave: rules that need them are not run."""
    return [column for column in COLUMNS if column not in frame.column_names]


def _tables(source: Source) -> Iterator[list[list[str]]]:
    if source.size > MAX_BYTES:
        raise UnreadableError("It is far too large for a list of providers.")
    with source.open() as stream:
        head = stream.read(HEAD_BYTES)
    if head.startswith(b"PK"):
        yield from (list(rows) for rows in sheets(source))
        return
    sniffed = sniff(head)
    if sniffed.form != "csv":
        raise UnreadableError("This is not a list of providers.")
    with source.open() as stream:
        text = b"".join(Decoder(stream, sniffed.encoding).chunks()).decode("utf-8")
    yield list(csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text)))


def _delimiter(text: str) -> str:
    """The one by which most columns are known: notes above the headings hold commas too."""
    top = text.splitlines(keepends=True)[:HEAD_ROWS]
    known = {mark: find_headings(list(csv.reader(top, delimiter=mark))) for mark in DELIMITERS}
    return max(DELIMITERS, key=lambda mark: len(found[1]) if (found := known[mark]) else 0)


def _providers(table: list[list[str]]) -> Iterator[Row]:
    headings = find_headings(table)
    if headings is None:
        return
    at, places = headings
    rows = [row for cells in table[at + 1 :] if (row := _row(cells, places))]
    # A column of which nothing can be read, such as provider types in words, is not known.
    known = {name for row in rows for name, value in row.items() if value} | (places.keys() & {"REG_END"})
    for row in rows:
        yield {name: value for name, value in row.items() if name in known}


def _row(cells: list[str], places: dict[str, list[int]]) -> Row | None:
    """One provider; None for a blank line, a note or a total."""
    texts = {
        column: " ".join(cells[at].strip() for at in where if at < len(cells)).strip()
        for column, where in places.items()
    }
    urn = re.sub(r"\s|\.0$", "", texts.pop("URN"))
    if not re.fullmatch(r"[A-Za-z]{0,3}[0-9]{3,9}", urn):
        return None
    return {"URN": urn} | {column: _value(column, text) for column, text in texts.items()}


def _value(column: str, text: str) -> str | None:
    if column == "LA_CODE":
        return geo.authority_of(text)
    if column == "REG_END":
        return _day(text)
    if column in _CODE:
        return " ".join(_CODE[column].findall(text.upper())) or None
    return text or None


def _day(text: str) -> str | None:
    text = re.sub(r"[ T]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$", "", text)
    if re.fullmatch(r"[2-6]\d{4}(\.\d+)?", text):
        # Days since the last day of 1899 but one, as Excel counts.
        return (dt.date(1899, 12, 30) + dt.timedelta(days=int(float(text)))).strftime("%d/%m/%Y")
    for layout in _DATE_LAYOUTS:
        try:
            day = dt.datetime.strptime(text, layout)  # noqa: DTZ007 (a day has no time zone)
        except ValueError:
            continue
        return day.strftime("%d/%m/%Y")
    return None


def _share_ends(rows: list[Row]) -> None:
    """A list that does not say when registrations end must not pass for one that says they have not."""
    ends: dict[str | None, list[str | None]] = {}
    for row in rows:
        if "REG_END" in row:
            ends.setdefault(row["URN"], []).append(row["REG_END"])
    for row in rows:
        if "REG_END" not in row and row["URN"] in ends:
            told = ends[row["URN"]]
            row["REG_END"] = None if None in told else told[-1]
