"""How far a load has come, for whoever draws a bar."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int | None], None]
"""Called with what is being done, how many rows are done, and how many there are (None while reading)."""


def quiet(_doing: str, _done: int, _total: int | None) -> None:
    """For callers that draw nothing."""
