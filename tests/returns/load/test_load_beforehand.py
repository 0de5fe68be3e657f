"""Reading that begins while a command starts: the same rows, asked for once or again."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kith.returns.beforehand import beforehand
from tests.returns.load.command import kith_load
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


@pytest.mark.usefixtures("kith_database")
@pytest.mark.database
def test_no_room_listens_to_a_load_so_that_the_command_starts_without_them() -> None:
    """`kith load` starts with no room above `access`: a listener asks nothing of a load."""
    from kith.core.action import Doing, after_action
    from kith.returns.load import loader

    assert [each.__module__ for each in after_action.values()] == ["kith.returns.findings.after"]
    load = Doing(name="returns.load", by=loader(), persons={uuid4()})
    with CaptureQueriesContext(connection) as asked:
        for listen in after_action.values():
            listen(load)
    assert len(asked) == 0


@pytest.mark.database
@pytest.mark.usefixtures("as_worker")
def test_the_command_keeps_nothing_of_the_reader_for_good(a_return: Path) -> None:
    """DuckDB tells of what is left of it when a process ends, in a hundred lines."""
    assert kith_load(a_return).total("new") == 4
    assert gc.get_freeze_count() == 0
