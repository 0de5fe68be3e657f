"""Reading that begins while a command starts: the same rows, asked for once or again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from kith.returns.beforehand import beforehand
from tests.returns.load.making import EPISODES, HEADER, counts, episode, header, text

Write = Callable[..., Path]


@pytest.fixture
def a_return(write: Write) -> Path:
    return write(
        "2022-23",
        header=text(HEADER, header("1"), header("2")),
        episodes=text(EPISODES, episode("1", "01/06/2022", "10/08/2022"), episode("2", "01/07/2022")),
    )


def reading() -> list[threading.Thread]:
    return [thread for thread in threading.enumerate() if thread.name == "kith-ahead"]


def test_asked_a_second_time_it_is_read_anew(a_return: Path) -> None:
    with beforehand([a_return]) as read:
        first = [(batch.table, batch.rows_read) for batch in read.batches()]
        again = [(batch.table, batch.rows_read) for batch in read.batches()]
    assert first == again == [("Episodes", 2), ("Header", 2)]


def test_where_nobody_asks_it_ends_with_the_block(a_return: Path) -> None:
    with pytest.raises(RuntimeError, match="did not start"), beforehand([a_return]):
        raise RuntimeError("did not start")
    assert reading() == []


@pytest.mark.database
@pytest.mark.usefixtures("as_worker")
def test_it_loads_what_was_read_beforehand(a_return: Path) -> None:
    from kith.returns.load import load

    with beforehand([a_return]) as read:
        report = load([a_return], batches=read.batches)
    assert counts(report)["new"] == 4
    assert reading() == []
