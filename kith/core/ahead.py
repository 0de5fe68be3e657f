"""Makes the next piece while this one is used: of a file while PostgreSQL takes it in, of a return while it is judged."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Full, Queue
from typing import TypeVar

T = TypeVar("T")
PIECES = 2
"""How many pieces wait at most: memory does not grow with what is read."""
_LOOK_AGAIN = 0.1
_END = object()


def ahead(source: Iterator[T]) -> Iterator[T]:
    """The items of `source` in order, made in a thread of their own; what it raises is raised here.

    When the one who asks stops asking, the thread ends and `source` is closed before this returns.
    """
    with begun(source) as items:
        yield from items


@contextmanager
def begun(source: Iterator[T], pieces: int = PIECES) -> Iterator[Iterator[T]]:
    """As `ahead`, but the making begins at once, and ends with the block; at most so many `pieces` wait."""
    waiting: Queue[object] = Queue(pieces)
    stop = threading.Event()
    thread = threading.Thread(target=_fill, args=(source, waiting, stop), name="kith-ahead", daemon=True)
    thread.start()
    try:
        yield _taken(waiting)
    finally:
        stop.set()
        thread.join()


def _taken(waiting: Queue[object]) -> Iterator[T]:
    while (item := waiting.get()) is not _END:
        if isinstance(item, _Raised):
            raise item.error
        yield item  # type: ignore[misc]  # the queue holds items of `source`, errors and the end


class _Raised:
    def __init__(self, error: BaseException) -> None:
        self.error = error


def _fill(source: Iterator[T], waiting: Queue[object], stop: threading.Event) -> None:
    try:
        for item in source:
            if not _put(item, waiting, stop):
                return
        _put(_END, waiting, stop)
    except BaseException as error:
        _put(_Raised(error), waiting, stop)
    finally:
        close = getattr(source, "close", None)
        if close is not None:
            close()


def _put(item: object, waiting: Queue[object], stop: threading.Event) -> bool:
    while not stop.is_set():
        try:
            waiting.put(item, timeout=_LOOK_AGAIN)
        except Full:
            continue
        return True
    return False
