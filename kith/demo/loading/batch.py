"""Rows gathered table by table, and put into the record in one statement for each table.

COPY itself is not allowed into tables under row level security, so each column travels as one array and is
inserted from there: the same streaming, under the same policies as any other write.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from kith.demo.loading.layouts import CAST, LAYOUTS, Layout

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

QUOTED = CAST | {"text", "timestamptz"}


class Batch:
    """What one slice of families becomes: rows of each table, in the order of its layout's columns."""

    def __init__(self) -> None:
        self._rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in LAYOUTS}

    def add(self, table: str, *row: Any) -> None:
        """One more row: id, who wrote it (and when, and from where) as the table says so, then its columns."""
        self._rows[table].append(row)

    def counts(self) -> Counter[str]:
        """Rows of each table that has any."""
        return Counter({table: len(rows) for table, rows in self._rows.items() if rows})

    def write(self, cursor: CursorWrapper, *, recorded_at: str, recorded_by: str) -> None:
        """Insert everything; the common columns are the same for all rows."""
        for table, rows in self._rows.items():
            if rows:
                layout = LAYOUTS[table]
                columns = zip(*rows, strict=True)
                arrays = [
                    array(column, sort) for column, (_, sort) in zip(columns, layout.columns, strict=True)
                ]
                common = ([recorded_at] + ([] if layout.wrote else [recorded_by])) if layout.record else []
                common = [] if layout.said else common
                cursor.execute(insertion(layout), [*common, *arrays])


def insertion(layout: Layout) -> str:
    """SQL that inserts rows from one array for each column."""
    names = [f'"{name}"' for name, _ in layout.columns]
    values = [
        f"d.{name}::{sort}" if sort in CAST else f"d.{name}"
        for name, (_, sort) in zip(names, layout.columns, strict=True)
    ]
    first, fixed = ["source", "recorded_at"], ["'demo'", "%s::timestamptz"]
    if not layout.wrote:
        first, fixed = [*first, "recorded_by"], [*fixed, "%s::uuid"]
    if layout.said or not layout.record:
        first, fixed = [], []
    given = ", ".join(f"%s::{'text' if sort in CAST else sort}[]" for _, sort in layout.columns)
    into = ", ".join([*first, *(f'"{name}"' for name in layout.blank), *names])
    chosen = ", ".join([*fixed, *("''" for _ in layout.blank), *values])
    return (
        f"INSERT INTO {layout.table} ({into}) SELECT {chosen} FROM unnest({given}) AS d({', '.join(names)})"
    )


def array(values: Iterable[Any], sort: str) -> str:
    """The values as a PostgreSQL array, None being NULL."""
    if sort in QUOTED:
        return "{" + ",".join(["NULL" if value is None else quoted(value) for value in values]) + "}"
    return "{" + ",".join(["NULL" if value is None else str(value) for value in values]) + "}"


def quoted(value: str) -> str:
    """Text as an element of an array."""
    if "\\" in value or '"' in value:
        value = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{value}"'
