"""The failures of a rule as a sequence of dicts that are made only when they are asked for: there may be a million."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any, overload

import pyarrow as pa

BATCH = 10_000
Failure = dict[str, Any]


class Failures(Sequence[Failure]):
    """Rows of an Arrow table of `table`, `row` and `child`, each with the `columns` of the rule."""

    def __init__(self, flagged: pa.Table, columns: Sequence[str]) -> None:
        self._flagged, self._columns = flagged, list(columns)

    def __len__(self) -> int:
        return int(self._flagged.num_rows)

    @overload
    def __getitem__(self, at: int) -> Failure: ...
    @overload
    def __getitem__(self, at: slice) -> list[Failure]: ...
    def __getitem__(self, at: int | slice) -> Failure | list[Failure]:
        if isinstance(at, slice):
            first, last, step = at.indices(len(self))
            return self._plain(self._flagged.slice(first, max(0, last - first)))[::step]
        if not -len(self) <= at < len(self):
            raise IndexError(at)
        return self._plain(self._flagged.slice(at % len(self), 1))[0]

    def __iter__(self) -> Iterator[Failure]:
        for first in range(0, len(self), BATCH):
            yield from self._plain(self._flagged.slice(first, BATCH))

    def json(self) -> Iterator[str]:
        """The text of a JSON list of them, in pieces."""
        columns = json.dumps(self._columns)
        yield "["
        for first in range(0, len(self), BATCH):
            tables, rows, children = self._lists(self._flagged.slice(first, BATCH))
            yield ", " if first else ""
            yield ", ".join(
                f'{{"table": "{table}", "row": {"null" if row is None else row}, '
                f'"child": {_quoted(child)}, "columns": {columns}}}'
                for table, row, child in zip(tables, rows, children, strict=True)
            )
        yield "]"

    def _plain(self, part: pa.Table) -> list[Failure]:
        return [
            {"table": table, "row": row, "child": child, "columns": self._columns}
            for table, row, child in zip(*self._lists(part), strict=True)
        ]

    @staticmethod
    def _lists(part: pa.Table) -> tuple[list[str], list[int | None], list[str | None]]:
        return part["table"].to_pylist(), part["row"].to_pylist(), part["child"].to_pylist()


def _quoted(child: str | None) -> str:
    # An id of letters and digits alone needs no escaping, and nearly every one is.
    return f'"{child}"' if child is not None and child.isascii() and child.isalnum() else json.dumps(child)
