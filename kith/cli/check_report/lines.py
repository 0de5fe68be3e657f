"""A check as CSV: one line for each failure of a rule."""

from __future__ import annotations

import csv
from typing import IO

from kith.core.cells import harmless
from kith.core.visible import visible
from kith.returns.checking.findings import Findings

HEADINGS = ("code", "severity", "file", "table", "row", "child", "columns", "says", "mend")


def write_csv(found: Findings, out: IO[str]) -> None:
    """Write the headings and a line for each failure, errors first."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(HEADINGS)
    for rule, failure in found.lines():
        table = failure["table"]
        cells = (
            rule.code,
            rule.severity,
            _plain(found.files.get(table, table)),
            table,
            failure["row"],
            _plain(failure["child"]),
            " ".join(failure["columns"]),
            rule.says,
            rule.mend,
        )
        writer.writerow(cells)


def _plain(text: str | None) -> str | None:
    """What comes from the files never becomes a formula in a spreadsheet, nor a command to a terminal."""
    return harmless(visible(text)) if text else text
