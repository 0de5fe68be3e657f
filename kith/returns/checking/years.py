"""Collection years that can be checked, and the days between which each lies."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from kith.returns.checking.errors import CheckError
from kith.returns.codes import ReturnKind

FIRST: dict[ReturnKind, str] = {"ssda903": "2025-26", "cin": "2025-26"}
"""The first year whose rules are held. Later years follow the newest rules until theirs are written."""
LAST = "2026-27"


@dataclass(frozen=True, slots=True)
class Window:
    """A collection year, 1 April to 31 March: `year` as "2026-27", `starts` and `ends` both within it."""

    year: str
    starts: dt.date
    ends: dt.date


def window(kind: ReturnKind, year: str) -> Window:
    """The window of a year such as "2026-27". Raises CheckError for a year whose rules are not held."""
    found = re.fullmatch(r"(\d{4})[-/_](\d{2}|\d{4})", year.strip())
    if not found or int(found[2][-2:]) != (int(found[1]) + 1) % 100:
        raise CheckError(f"“{year}” is not a collection year. Write it as 2026-27.")
    first = int(found[1])
    name = f"{first}-{(first + 1) % 100:02}"
    if not FIRST[kind] <= name <= LAST:
        raise CheckError(f"The rules of {name} are not held: choose a year from {FIRST[kind]} to {LAST}.")
    return Window(name, dt.date(first, 4, 1), dt.date(first + 1, 3, 31))
