"""Values that are read but odd: counted by file, column and value, so that a million rows make one line."""

from __future__ import annotations

import re
from collections import Counter

import pyarrow as pa
import pyarrow.compute as pc

from kith.core.visible import shown
from kith.returns.codes import Column, Table, code_set
from kith.returns.reading import limits
from kith.returns.reading.shapes import Notice

POSTCODE = "^[A-Z]{1,2}[0-9][A-Z0-9]? [0-9][A-Z]{2}$"
MAX_KINDS = 2_000
PATTERN_CODES = {"LA_PERM": "^[0-9]{3}$"}
"""Code sets that are open lists of a fixed shape: local authority codes are three figures."""


class NoticeBook:
    """Gathers notices over the batches of one table of one file; `written` gives them at its end."""

    def __init__(self, file: str, table: Table, present: frozenset[str]) -> None:
        self._file = file
        self._table = table
        # Once for each child is enough in the CIN census, where every table repeats the id.
        self._ids_are_its_own = table.kind == "ssda903" or table.name == "ChildIdentifiers"
        self._columns = [column for column in table.columns if column.name in present]
        self._counts: Counter[tuple[str, str]] = Counter()
        self._first: dict[tuple[str, str], int] = {}
        self._loose: list[Notice] = []

    def add(self, field: str | None, message: str, row: int | None = None, count: int = 1) -> None:
        self._loose.append(Notice(self._file, row, field, message, count))

    def tally(self, field: str | None, message: str, row: int) -> None:
        """Count one more row of a kind of oddness, remembering the first."""
        if (field or "", message) not in self._first and len(self._first) >= MAX_KINDS:
            message = "There is more of this kind than is listed here."
        key = (field or "", message)
        self._counts[key] += 1
        self._first.setdefault(key, row)

    def look(self, typed: pa.Table, raw: pa.Table, *, plain: bool = False) -> None:
        """Note the odd values of one batch; `typed` as in Batch, `raw` every row read."""
        for column in self._columns:
            if column.kind == "code" and column.code_set:
                self._look_at_codes(column, typed)
            elif column.kind == "postcode":
                odd = pc.invert(pc.match_substring_regex(typed[column.name], POSTCODE))
                self._count(column, "is not shaped like a postcode; kept as it is", typed, odd)
            elif column.kind == "id" and self._ids_are_its_own:
                odd = pc.greater(pc.utf8_length(typed[column.name]), limits.DFE_ID_LENGTH)
                self._count(
                    column,
                    f"is longer than the {limits.DFE_ID_LENGTH} characters DfE allows; kept",
                    typed,
                    odd,
                )
            if not plain and column.kind in ("code", "integer", "id"):
                odd = pc.ends_with(raw[column.name], ".0")
                self._count(
                    column, "was written with “.0” at its end, as spreadsheets do; read without it", raw, odd
                )

    def _look_at_codes(self, column: Column, typed: pa.Table) -> None:
        known = code_set(self._table.kind, column.code_set)
        if not known:
            return
        pattern = PATTERN_CODES.get(column.code_set)
        found = [item["values"] for item in pc.value_counts(typed[column.name]).to_pylist()]
        strange = sorted(
            value
            for value in found
            if value not in known and value and not (pattern and re.match(pattern, value))
        )
        noted = sum(1 for name, _ in self._counts if name == column.name)
        room = max(limits.MAX_DISTINCT_NOTICES - noted, 0)
        for value in strange[:room]:
            says = f"{shown(value)} is not a code that Kith knows; kept as it is"
            self._count(column, says, typed, pc.equal(typed[column.name], value))
        rest = strange[room:]
        if rest:
            odd = pc.is_in(typed[column.name], pa.array(rest, pa.string()))
            self._count(column, "holds still more values that are not codes; kept as they are", typed, odd)

    def _count(self, column: Column, says: str, rows: pa.Table, odd: pa.ChunkedArray) -> None:
        mask = pc.fill_null(odd, False)
        count = pc.sum(mask).as_py() or 0
        if not count:
            return
        key = (column.name, f"{column.name} {says}.")
        self._counts[key] += count
        if key not in self._first:
            self._first[key] = rows["row"].filter(mask)[0].as_py()

    def written(self) -> list[Notice]:
        """Every notice since the last call, each with how many rows are like it and the first of them."""
        counted = [
            Notice(self._file, self._first[key], key[0] or None, key[1], count)
            for key, count in self._counts.items()
        ]
        written = self._loose + counted
        self._loose, self._counts, self._first = [], Counter(), {}
        return written
