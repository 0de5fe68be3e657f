"""The workbook: one sheet a list, headings in the first row, written a row at a time."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from kith.core.cells import starts_a_formula
from kith.returns.annex_a.words import said
from kith.returns.extract import Extract, Listing

DAY = {"num_format": "dd/mm/yyyy"}
# A spreadsheet takes the cell for text even after somebody has opened it for changing.
QUOTED = {"quote_prefix": True}


class _Kept(io.FileIO):
    """A new file that takes whatever comes once it is closed: a zip left unfinished tries to end itself as it goes,
    and would print a traceback where it cannot."""

    def write(self, data: Any, /) -> int:
        return len(data) if self.closed else super().write(data)

    def flush(self) -> None:
        if not self.closed:
            super().flush()

    def tell(self) -> int:
        return 0 if self.closed else super().tell()

    def seek(self, offset: int, whence: int = 0, /) -> int:
        return 0 if self.closed else super().seek(offset, whence)


class Written(NamedTuple):
    """How many rows each list has, by the list's key, and whose they are."""

    rows: dict[str, int]
    people: set[UUID]


def write_lists(extract: Extract, lists: Sequence[Listing], file: Path) -> Written:
    """Write the lists into one xlsx file, a sheet each, in their order. No cell becomes a formula or a link.

    Temporary files stay in the folder of `file`. Raises OSError when it cannot be written.
    """
    written = Written({}, set())
    options = {
        "constant_memory": True,
        "tmpdir": str(file.parent),
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    try:
        with _Kept(file, "xb") as kept:
            _fill(extract, lists, kept, options, written)
    except FileCreateError as why:
        raise why.args[0] from why
    return written


def _fill(
    extract: Extract, lists: Sequence[Listing], kept: _Kept, options: dict[str, Any], written: Written
) -> None:
    with xlsxwriter.Workbook(kept, options) as book:
        formats = {"day": book.add_format(DAY), "quoted": book.add_format(QUOTED)}
        for number, listing in enumerate(lists, 1):
            sheet = book.add_worksheet(f"List {number}")
            for place, column in enumerate(listing.columns):
                sheet.write_string(0, place, column.name)
            count = 0
            for count, (person, row) in enumerate(extract.rows(listing, said), 1):
                if person is not None:
                    written.people.add(person)
                for place, value in enumerate(row):
                    _write(sheet, count, place, value, formats)
            written.rows[listing.key] = count


def _write(sheet: Any, row: int, place: int, value: Any, formats: dict[str, Any]) -> None:
    if value is None or value == "":
        return
    if isinstance(value, date):
        sheet.write_datetime(row, place, value, formats["day"])
    elif isinstance(value, int):
        sheet.write_number(row, place, value)
    elif starts_a_formula(str(value)):
        sheet.write_string(row, place, str(value), formats["quoted"])
    else:
        sheet.write_string(row, place, str(value))
