"""What the tests of the law share: one child, and short ways to say what happened to them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from uuid import UUID

import pytest

from kith.law import calendar
from kith.law.facts import Fact
from kith.law.register import Register, load

CHILD = UUID(int=7)
Told = Callable[..., Fact]


@pytest.fixture(scope="session")
def register() -> Register:
    """The shipped register, with the calendar of its years made: that is slow the first time, and once only."""
    for year in range(2010, 2036):
        calendar.is_working_day(date(year, 1, 4))
    return load()


@pytest.fixture(scope="session")
def told() -> Told:
    """A fact about one child: kind, day, end of the span, and the matter or details if any."""

    def tell(kind: str, on: str, until: str | None = None, ref: str = "", **detail: str) -> Fact:
        end = date.fromisoformat(until) if until else None
        return Fact(kind, CHILD, date.fromisoformat(on), end, ref, detail)

    return tell
