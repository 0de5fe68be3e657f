"""On which line of a register file a field stands, so that whoever edits the law finds the fault at once."""

from __future__ import annotations

import re
from collections.abc import Sequence

HEADER = re.compile(r"^\s*\[\[?\s*([\w.]+)\s*\]\]?")
KEY = re.compile(r"^\s*([\w-]+)\s*=")


def line_of(text: str, number: int, path: Sequence[str | int] = ()) -> int:
    """The line (from 1) of a field of the number-th duty (from 0), or of the nearest part that stands there.

    `path` is as pydantic gives it: ("clock", 0, "unit"). A field that is missing is shown at its table's head.
    """
    lines = text.splitlines()
    start, end = _duty(lines, number)
    names = [each for each in path if isinstance(each, str)]
    index = next((each for each in path if isinstance(each, int)), 0)
    if not names:
        return start + 1
    table = _table(lines, start, end, f"duty.{names[0]}", index)
    if table is not None:
        return _key(lines, table, end, names[-1]) or table + 1
    return _key(lines, start, end, names[0]) or start + 1


def line_of_key(text: str, key: str) -> int:
    """The line of a key or table that stands outside the duties; 1 if it is nowhere."""
    for number, line in enumerate(text.splitlines(), start=1):
        for found in (HEADER.match(line), KEY.match(line)):
            if found and found[1].split(".")[0] == key:
                return number
    return 1


def _duty(lines: Sequence[str], number: int) -> tuple[int, int]:
    heads = [n for n, line in enumerate(lines) if (found := HEADER.match(line)) and found[1] == "duty"]
    if number >= len(heads):
        return 0, len(lines)
    return heads[number], heads[number + 1] if number + 1 < len(heads) else len(lines)


def _table(lines: Sequence[str], start: int, end: int, name: str, index: int) -> int | None:
    heads = [n for n in range(start, end) if (found := HEADER.match(lines[n])) and found[1] == name]
    return heads[index] if index < len(heads) else None


def _key(lines: Sequence[str], start: int, end: int, name: str) -> int | None:
    for number in range(start + 1, end):
        if HEADER.match(lines[number]):
            return None
        if (found := KEY.match(lines[number])) and found[1] == name:
            return number + 1
    return None
