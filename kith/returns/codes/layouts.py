"""Which tables and columns each return has."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

ReturnKind = Literal["ssda903", "cin"]
Kind = Literal["id", "date", "partial_date", "integer", "code", "postcode", "text", "parent"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table: its name as DfE spells it, what kind of value it holds, and its code set."""

    name: str
    kind: Kind
    code_set: str
    first_year: str
    last_year: str


@dataclass(frozen=True, slots=True)
class Table:
    """One table of a return, columns in DfE's order."""

    kind: ReturnKind
    name: str
    columns: tuple[Column, ...]

    @property
    def column_names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


@cache
def layout(kind: ReturnKind) -> dict[str, Table]:
    """Every table of a return by name, in DfE's order. Sources: column `source` of the layout files."""
    columns: dict[str, list[Column]] = {}
    text = (files("kith.returns.codes") / "data" / f"{kind}_layout.csv").read_text(encoding="utf-8")
    for row in csv.DictReader(text.splitlines()):
        if row["kind"] not in get_args(Kind):
            raise ValueError(f"{kind}_layout.csv: {row['table']}.{row['column']} has kind {row['kind']!r}")
        column = Column(
            row["column"],
            row["kind"],  # type: ignore[arg-type]  # checked against Kind just above
            row["codeset"],
            row["first_year"],
            row["last_year"],
        )
        columns.setdefault(row["table"], []).append(column)
    return {name: Table(kind, name, tuple(found)) for name, found in columns.items()}


def table(kind: ReturnKind, name: str) -> Table:
    """One table of a return. Raises KeyError when the return has no such table."""
    return layout(kind)[name]
