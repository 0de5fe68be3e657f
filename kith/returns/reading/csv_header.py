"""Which table a CSV is, told from its column names: the file's own name is only a hint."""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, field

from kith.returns.codes import Table, layout
from kith.returns.reading.shapes import NotAReturnError, UnreadableError

DELIMITERS = ",;\t|"
ALIASES = {"CHILDID": "CHILD", "PL": "PLACE"}
"""Names that the XML form of SSDA903 gives to the same columns."""
SHARED = {"CHILD", "DOB", "SEX"}
HINTS = {
    "Header": ("header",),
    "Episodes": ("episode",),
    "Reviews": ("review",),
    "UASC": ("uasc",),
    "OC2": ("oc2",),
    "OC3": ("oc3",),
    "AD1": ("ad1",),
    "PlacedAdoption": ("placed", "adoption"),
    "PrevPerm": ("prev", "perm"),
    "Missing": ("missing",),
    "SWEpisodes": ("sw_ep", "swep", "social"),
    "DoLo": ("dolo", "liberty"),
}


@dataclass(frozen=True, slots=True)
class Header:
    """`positions` holds where each known column lies; `copies` further places of a column named twice.

    `others` holds where each column lies that is not the table's.
    """

    table: Table
    delimiter: str
    width: int
    positions: dict[str, int]
    copies: dict[str, list[int]] = field(default_factory=dict)
    extra: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)
    others: dict[str, int] = field(default_factory=dict)


def hints_at_a_table(leaf: str) -> bool:
    """Whether the name of a file speaks of any table of the return."""
    return any(hint in leaf.lower() for hints in HINTS.values() for hint in hints)


def _plain(name: str) -> str:
    plain = re.sub(r"[^A-Z0-9]", "", name.upper())
    return ALIASES.get(plain, plain)


def read_header(line: str, leaf: str) -> Header:
    """Recognise a CSV by its first line. Raises UnreadableError when it is no table of the SSDA903."""
    known = {_plain(name): name for table in layout("ssda903").values() for name in table.column_names}
    names, delimiter = max(
        ((_split(line, delimiter), delimiter) for delimiter in DELIMITERS),
        key=lambda option: sum(_plain(name) in known for name in option[0]),
    )
    while names and not names[-1].strip():
        names.pop()  # A comma too many at the end of the first line names no column.
    found = [_plain(name) for name in names]
    table = _recognise({known[name] for name in found if name in known}, leaf)
    wanted = {_plain(name): name for name in table.column_names}
    positions: dict[str, int] = {}
    copies: dict[str, list[int]] = {}
    extra = []
    others: dict[str, int] = {}
    for at, plain in enumerate(found):
        name = wanted.get(plain)
        if name is None:
            if names[at].strip():
                extra.append(names[at].strip()[:60])
                others.setdefault(extra[-1], at)
        elif name in positions:
            copies.setdefault(name, []).append(at)
        else:
            positions[name] = at
    if "CHILD" not in positions:
        raise UnreadableError(
            f"It looks like {table.name} but has no CHILD column, so no row can be tied to a child."
        )
    missing = [name for name in table.column_names if name not in positions]
    return Header(table, delimiter, len(names), positions, copies, extra, missing, others)


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter, skipinitialspace=True), [])
    except csv.Error as error:  # a value longer than any name of a column
        raise UnreadableError("Its first line does not name columns. Export it again as CSV.") from error


def _recognise(found: set[str], leaf: str) -> Table:
    tables = layout("ssda903")
    telling = found - SHARED

    def score(name: str) -> tuple[float, int, int]:
        columns = set(tables[name].column_names)
        hinted = any(hint in leaf.lower() for hint in HINTS[name])
        # SEX and DOB alone tell a UASC or Header file only with the rest, so they weigh least.
        weight = 2 * len(telling & columns) - 0.5 * len(telling - columns)
        return weight, int(hinted), len(found & columns)

    best = max(tables, key=score)
    weight, hinted, shared = score(best)
    if weight > 0 or (hinted and shared >= 2):
        return tables[best]
    known = f"of them Kith knows only {', '.join(sorted(found))}" if found else "Kith knows none of them"
    raise NotAReturnError(
        f"Its first line does not name the columns of any SSDA903 file: {known}. "
        "Export it again with the column names in the first line."
    )
