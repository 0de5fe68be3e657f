"""Reading ahead of the database, and lists that take no memory."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from kith.core.ahead import PIECES, ahead
from kith.returns.load.listing import SHORT, Listed, Listing


def test_everything_comes_in_order() -> None:
    assert list(ahead(iter(range(500)))) == list(range(500))


def test_what_goes_wrong_while_reading_is_raised_where_it_is_asked_for() -> None:
    def source() -> Iterator[int]:
        yield 1
        raise ValueError("a torn file")

    given = ahead(source())
    assert next(given) == 1
    with pytest.raises(ValueError, match="a torn file"):
        next(given)


def test_it_reads_no_further_ahead_than_it_may_and_stops_when_nobody_asks() -> None:
    made: list[int] = []
    closed = threading.Event()

    def source() -> Iterator[int]:
        try:
            for number in range(1000):
                made.append(number)
                yield number
        finally:
            closed.set()

    given = ahead(source())
    assert next(given) == 0
    given.close()  # type: ignore[attr-defined]  # it is a generator
    assert closed.is_set()
    assert len(made) <= PIECES + 3
    assert not [thread for thread in threading.enumerate() if thread.name == "kith-ahead"]


def test_a_long_list_lies_in_a_file_and_reads_the_same_twice() -> None:
    row: Listed = {"file": "a.csv", "row": 1, "field": None, "reason": "x" * 1000}
    many = Listing({**row, "row": number} for number in range(3 * SHORT // 1000))
    assert many._kept._rolled  # type: ignore[attr-defined]  # on disk, not in memory
    assert [each["row"] for each in many] == list(range(len(many))) == [each["row"] for each in many]
