"""The workbook: one sheet a list, headings in the first row, written a row at a time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple
from uuid import UUID

import xlsxwriter

from kith.core.cells import starts_a_formula
from kith.returns.annex_a.words import said
from kith.returns.extract import Extract, Listing

DAY = {"num_format": "dd/mm/yyyy"}
# A spreadsheet takes the cell for text even after somebody has opened it for changing.
QUOTED = {"quote_prefix": True}


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
    with xlsxwriter.Workbook(str(file), options) as book:
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
    return written


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
