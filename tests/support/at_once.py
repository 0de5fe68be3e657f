"""Several requests at the same moment, each in a thread and a connection of its own, with real commits."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TypeVar

from django.db import connections

R = TypeVar("R")


def at_once(*jobs: Callable[[], R]) -> Sequence[R]:
    """What each job gives; all of them begin together. Raises what the first that failed raised."""
    start = Barrier(len(jobs))

    def run(job: Callable[[], R]) -> R:
        try:
            start.wait(10)
            return job()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(jobs)) as threads:
        return [each.result(60) for each in [threads.submit(run, job) for job in jobs]]
