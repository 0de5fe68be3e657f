"""Collection years that can be checked, and the days between which each lies."""

from __future__ import annotations

import re

from kith.returns.checking.errors import CheckError
from kith.returns.codes import ReturnKind
from kith.returns.codes.windows import Window, first_of, window_from

FIRST: dict[ReturnKind, str] = {"ssda903": "2025-26", "cin": "2025-26"}
"""The first year whose rules are held. Later years follow the newest rules until theirs are written."""
LAST = "2026-27"


def window(kind: ReturnKind, year: str) -> Window:
    """The window of a year such as "2026-27". Raises CheckError for a year whose rules are not held."""
    # As people write it: 2026/27, 2026-2027.
    first = first_of(re.sub(r"^(\d{4})[-/_](?:\d{2})?(\d{2})$", r"\1-\2", year.strip()))
    if first is None:
        raise CheckError(f"“{year}” is not a collection year. Write it as 2026-27.")
    found = window_from(first)
    if not FIRST[kind] <= found.year <= LAST:
        raise CheckError(
            f"The rules of {found.year} are not held: choose a year from {FIRST[kind]} to {LAST}."
        )
    return found
