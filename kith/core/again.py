"""Two who write at once can each wait for the other: PostgreSQL then breaks one of them off, who only need begin anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from django.db import OperationalError
from psycopg.errors import DeadlockDetected

R = TypeVar("R")
# Each try that is broken off has waited a second (deadlock_timeout); three lose against nobody but a stream of writers.
_TRIES = 3


def unless_crossed(once: Callable[[], R], *, given: Mapping[str, Any]) -> R:
    """What `once` gives; it is done anew where it and another writer waited for each other (SQLSTATE 40P01).

    `once` leaves nothing behind when it fails. What was `given` must be there a second time: where something in
    it is read as it goes, such as a file that was sent, it is done once. Raises what the last try raised.
    """
    tries = 1 if any(_read_as_it_goes(value) for value in given.values()) else _TRIES
    for _ in range(tries - 1):
        try:
            return once()
        except OperationalError as error:
            if not isinstance(error.__cause__, DeadlockDetected):
                raise
    return once()


def _read_as_it_goes(value: object) -> bool:
    return isinstance(value, Iterator) or hasattr(value, "read")
