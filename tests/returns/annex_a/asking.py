"""`kith annex-a` and `kith ssd` as they are typed, in this process, and what a workbook of theirs holds."""

from __future__ import annotations

import contextlib
import io
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from unittest.mock import patch

from defusedxml.ElementTree import fromstring

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
Sheet = list[dict[str, str]]


@dataclass(frozen=True)
class Ran:
    status: int
    err: str


def kith(*words: str) -> Ran:
    """Run a command; needs the worker's login."""
    from kith.cli.main import run

    out, err, status = io.StringIO(), io.StringIO(), 0
    with (
        patch.object(sys, "argv", ["kith", *words]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            run()
        except SystemExit as ended:
            status = int(ended.code or 0)
    assert "Traceback" not in err.getvalue()
    assert out.getvalue() == ""
    return Ran(status, err.getvalue())


def parts(file: Path) -> dict[str, str]:
    """Every part of a workbook, by its name inside it."""
    with zipfile.ZipFile(file) as book:
        return {name: book.read(name).decode("utf-8") for name in book.namelist()}


def sheets(file: Path) -> list[Sheet]:
    """The rows of each sheet, as heading to what the cell holds; a blank cell is not there."""
    inside = parts(file)
    names = sorted((n for n in inside if n.startswith("xl/worksheets/sheet")), key=lambda n: int(n[19:-4]))
    return [_rows(inside[name]) for name in names]


def _rows(text: str) -> Sheet:
    rows = [
        {
            cell.attrib["r"].rstrip("0123456789"): "".join(cell.itertext())
            for cell in row.iter(f"{MAIN}c")
            if "".join(cell.itertext())
        }
        for row in fromstring(text).iter(f"{MAIN}row")
    ]
    return [{rows[0][column]: value for column, value in row.items()} for row in rows[1:]]
