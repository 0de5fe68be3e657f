"""What `kith load` writes: JSON in full, one row at a time; or text, with the first rows of each list."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from kith.returns.load import Report

SHOWN = 20
"""Rows listed on a screen of each sort."""
_COUNTS = ("read", "new", "changed", "unchanged", "held", "refused")


def write_json(report: Report, out: IO[str]) -> None:
    """The contract's object. Its lists are written as they are read, so that a long one takes no memory."""
    short = {name: value for name, value in report.items() if name not in ("held", "refused")}
    out.write(json.dumps(short, default=str)[:-1])
    for name, rows in (("held", report["held"]), ("refused", report["refused"])):
        out.write(f', "{name}": [')
        for at, row in enumerate(rows):
            out.write((", " if at else "") + json.dumps(row))
        out.write("]")
    out.write("}\n")


def write_text(report: Report, out: IO[str]) -> None:
    """A table of counts, then what did not load, each with file, row, field and reason."""
    if report["files"]:
        out.write(f"{'file':<48}{'table':<22}" + "".join(f"{name:>10}" for name in _COUNTS) + "\n")
    for each in report["files"]:
        line = f"{each['file'][-47:]:<48}{each['table'] or '':<22}"
        out.write(line + "".join(f"{each[name]:>10}" for name in _COUNTS) + "\n")
    for why, count in report["held_because"].items():
        out.write(f"held: {count:,} {'row' if count == 1 else 'rows'}: {why}\n")
    for kind, rows in (("held", report["held"]), ("refused", report["refused"])):
        for at, row in enumerate(rows):
            if at == SHOWN:
                break
            place = ", ".join(
                str(x) for x in (row["file"], row["row"] and f"row {row['row']}", row["field"]) if x
            )
            out.write(f"{kind}: {place}: {row['reason']}\n")
        if len(rows) > SHOWN:
            out.write(
                f"{kind}: and {len(rows) - SHOWN:,} more. All are listed by --format json, and in Kith under"
                " Rows that wait.\n"
            )
    for notice in report["notices"][:SHOWN]:
        place = ", ".join(str(x) for x in (notice["file"], notice["field"]) if x)
        out.write(f"note: {place}: {notice['message']}\n")
    if len(report["notices"]) > SHOWN:
        out.write(f"note: and {len(report['notices']) - SHOWN:,} more, listed by --format json.\n")
