"""What is put down for an hour is begun by the worker when the hour has struck."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence
from uuid import UUID

import pytest
from procrastinate.contrib.django import app

from kith.access.permissions import Permission
from kith.access.tasks import SWEEPER
from kith.core.actor import Actor
from kith.core.tasks import regularly, task
from kith.core.worker import run_worker
from tests.support import hours

pytestmark = pytest.mark.database

STRUCK: list[UUID] = []


def note_the_hour(*, by: Actor, persons: Sequence[UUID]) -> None:
    STRUCK.append(by.id)


@pytest.fixture(scope="module")
def each_minute() -> Iterator[None]:
    """The one task that is put down for an hour: the last minute is never longer ago than the worker looks back."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(app.periodic_registry, "periodic_tasks", {})
        noted = task("test.note_the_hour", permission=Permission.MANAGE_ACCOUNTS)(note_the_hour)
        regularly(noted, by=SWEEPER, cron="* * * * *")
        yield


@pytest.fixture(autouse=True)
def _none_struck_yet() -> None:
    STRUCK.clear()


def worked_for(seconds: float) -> None:
    stop = threading.Event()
    thread = threading.Thread(target=run_worker, args=[stop])
    thread.start()
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and not STRUCK:
        time.sleep(0.05)
    stop.set()
    thread.join(20)
    assert not thread.is_alive()


def test_the_worker_begins_what_is_due(worker: None, each_minute: None) -> None:
    with hours.striking():
        worked_for(20)
    assert set(STRUCK) == {SWEEPER.id}


def test_none_strikes_in_other_tests(worker: None, each_minute: None) -> None:
    worked_for(1)
    assert STRUCK == []
