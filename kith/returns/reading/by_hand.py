"""Ctrl-C while DuckDB works: it comes out as a RuntimeError, and would be told as a fault of the files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def stopped_by_hand() -> Iterator[None]:
    """Makes it the KeyboardInterrupt that it was."""
    try:
        yield
    except RuntimeError as why:
        if "interrupt" in str(why).lower():
            raise KeyboardInterrupt from why
        raise
