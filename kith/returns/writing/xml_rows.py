"""Rows of frames, one after another as they are needed, and as elements of XML."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pyarrow.compute as pc
from lxml import etree

SLICE = 10_000
Row = dict[str, str | None]


class Rows:
    """A frame in order of `key`: gives the rows of one key after another, each once, in slices of memory."""

    def __init__(self, frame: Any | None, key: str) -> None:
        self._key = key
        self._rows = _each(frame)
        self._next = next(self._rows, None)

    def of(self, key: str | None) -> Iterator[Row]:
        """The rows of this key; they must be asked for in the frame's own order, and all be taken."""
        while self._next is not None and self._next[self._key] == key:
            row, self._next = self._next, next(self._rows, None)
            yield row


def every(frame: Any) -> Iterator[tuple[str, Row]]:
    """Each row with its number from 1, as text."""
    for at, row in enumerate(_each(frame), 1):
        yield str(at), row


def _each(frame: Any | None) -> Iterator[Row]:
    for batch in frame.to_batches(max_chunksize=SLICE) if frame is not None else ():
        yield from batch.to_pylist()


# What no XML may hold, however it is written: XML 1.0, production 2 (Char).
CONTROLS = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x{FFFE}\x{FFFF}]"


def without_controls(frames: Mapping[str, Any], key: str) -> tuple[dict[str, Any], set[str]]:
    """The frames with a mark in place of each character that XML cannot hold, and whose rows held one, by `key`."""
    plain, whose = dict(frames), set[str]()
    for table, frame in frames.items():
        for at, name in enumerate(frame.column_names):
            odd = pc.fill_null(pc.match_substring_regex(frame[name], CONTROLS), False)
            if pc.any(odd).as_py():
                if key in frame.column_names:
                    whose.update(filter(None, _marked(frame[key].filter(odd)).to_pylist()))
                plain[table] = plain[table].set_column(at, name, _marked(frame[name]))
    return plain, whose


def _marked(column: Any) -> Any:
    return pc.replace_substring_regex(column, CONTROLS, "\ufffd")


def fill(element: etree._Element, row: Mapping[str, str | None], names: Sequence[str]) -> None:
    """Add an element for each column that is not blank, in this order."""
    for name in names:
        text = row.get(name)
        if text:
            etree.SubElement(element, name).text = text
