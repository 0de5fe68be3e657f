"""The tables as CSV: UTF-8, a heading row, days as 2026-09-01, blank where nothing is known."""

from __future__ import annotations

import csv
import io
import tomllib
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from uuid import UUID

from kith.core.cells import harmless
from kith.core.private_files import new_file
from kith.returns.extract import Extract, Listing
from kith.returns.ssd.hiding import Hiding

FOLDER = "kith.returns.ssd/tables"


def waiting() -> dict[str, str]:
    """Tables of the dataset that are not written, with why."""
    return tomllib.loads((files("kith.returns.ssd") / "waiting.toml").read_text(encoding="utf-8"))


def write_table(extract: Extract, table: Listing, hiding: Hiding, folder: Path) -> tuple[int, set[UUID]]:
    """Write one table into `folder` as <name>.csv: how many rows, and whose they are. Raises OSError."""
    count = 0
    people: set[UUID] = set()
    made = new_file(folder / f"{table.name}.csv")
    with io.TextIOWrapper(made, encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow([column.name for column in table.columns])
        for person, row in extract.rows(table, hiding.sql):
            count += 1
            if person is not None:
                people.add(person)
            shown = (hiding.shown(column, value) for column, value in zip(table.columns, row, strict=True))
            out.writerow([harmless(text) for text in shown])
    return count, people


def write_tables(
    extract: Extract, tables: Sequence[Listing], hiding: Hiding, folder: Path
) -> tuple[dict[str, int], set[UUID]]:
    """Write every table: rows by the table's key, and whose they are. Raises OSError."""
    rows: dict[str, int] = {}
    people: set[UUID] = set()
    for table in tables:
        rows[table.key], seen = write_table(extract, table, hiding, folder)
        people |= seen
    return rows, people
