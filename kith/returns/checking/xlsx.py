"""The rows of an Excel workbook as text, read where they lie in its zip: nothing is worked out or fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from lxml import etree

from kith.returns.reading.archives import members
from kith.returns.reading.limits import MIB
from kith.returns.reading.shapes import Refusal, Source, UnreadableError

MAX_PART_BYTES = 256 * MIB
MAX_COLUMNS = 512
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_SHEET = re.compile(r"(?:^|/)xl/worksheets/[^/]+\.xml$")


def sheets(book: Source) -> Iterator[Iterator[list[str]]]:
    """The rows of each sheet, cells from column A on; a date is the number of days that Excel holds.

    Raises UnreadableError where it is no workbook, or is damaged, locked or far too large.
    """
    parts = {}
    for part in members(book):
        if isinstance(part, Refusal):
            raise UnreadableError(part.reason)
        if part.size > MAX_PART_BYTES:
            raise UnreadableError("This workbook is far too large for a list of providers.")
        parts[part.name.removeprefix(f"{book.name}/")] = part
    found = sorted((name for name in parts if _SHEET.search(name)), key=lambda name: (len(name), name))
    if not found:
        raise UnreadableError("This is not an Excel workbook. Save it as .xlsx or as CSV.")
    strings = list(_strings(parts["xl/sharedStrings.xml"])) if "xl/sharedStrings.xml" in parts else []
    for name in found:
        yield _rows(parts[name], strings)


def _elements(part: Source, tag: str) -> Iterator[etree._Element]:
    with part.open() as stream:
        yield from _parsed(stream, tag)


def _parsed(stream: IO[bytes], tag: str) -> Iterator[etree._Element]:
    try:
        for _, element in etree.iterparse(
            stream, tag=_MAIN + tag, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        ):
            yield element
            element.clear()
            while element.getprevious() is not None and (above := element.getparent()) is not None:
                del above[0]
    except etree.XMLSyntaxError as why:
        raise UnreadableError("This workbook is damaged. Save it again, or as CSV.") from why


def _strings(part: Source) -> Iterator[str]:
    for element in _elements(part, "si"):
        yield _text(element)


def _text(element: etree._Element) -> str:
    """The text of a cell or shared string, without how it is said, which some workbooks hold beside it."""
    return "".join(
        text.text or ""
        for text in element.iter(_MAIN + "t")
        if (above := text.getparent()) is None or above.tag != _MAIN + "rPh"
    )


def _rows(part: Source, strings: list[str]) -> Iterator[list[str]]:
    for row in _elements(part, "row"):
        cells: list[str] = []
        for cell in row.iterchildren(_MAIN + "c"):
            at = _column(cell.get("r") or "", len(cells))
            if at < MAX_COLUMNS:
                cells.extend([""] * (at + 1 - len(cells)))
                cells[at] = _value(cell, strings)
        yield cells


def _column(place: str, following: int) -> int:
    """Column 0 of "A7", 27 of "AB7"; the one after the last where a cell does not say."""
    letters = re.match(r"[A-Z]{1,3}", place)
    if not letters:
        return following
    at = 0
    for letter in letters[0]:
        at = at * 26 + ord(letter) - ord("A") + 1
    return at - 1


def _value(cell: etree._Element, strings: list[str]) -> str:
    kind = cell.get("t")
    if kind == "inlineStr":
        return _text(cell)
    value = cell.findtext(_MAIN + "v") or ""
    if kind == "s":
        return strings[int(value)] if value.isdigit() and int(value) < len(strings) else ""
    if kind == "e":
        return ""
    return re.sub(r"^(\d+)\.0+$", r"\1", value)
