"""No hour strikes in a test: else what a worker does depends on when the tests are run.

Procrastinate also begins what was due in the ten minutes before the worker began. `test_hours.py` holds that the hours
do strike outside tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from procrastinate.periodic import PeriodicDeferrer, TaskAtTime

_STRIKES = PeriodicDeferrer.get_previous_tasks


def _nothing_due(_self: PeriodicDeferrer, _at: float = 0.0, **_named: float) -> Iterable[TaskAtTime]:
    return ()


def none_strike() -> None:
    """Have no task begin by the clock from here on, in this process."""
    PeriodicDeferrer.get_previous_tasks = _nothing_due  # type: ignore[method-assign]


@contextmanager
def striking() -> Iterator[None]:
    """A block in which the hours strike as they do outside tests."""
    PeriodicDeferrer.get_previous_tasks = _STRIKES  # type: ignore[method-assign]
    try:
        yield
    finally:
        none_strike()
