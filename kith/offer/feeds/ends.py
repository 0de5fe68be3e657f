"""An answer over the net ends in time, however it trickles: what it comes by is shut from outside when its time is over.

A socket's own patience is for each piece. One byte in nineteen seconds would keep a reader for years.
"""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import Timer
from typing import Any
from urllib.request import HTTPHandler, HTTPSHandler, Request

SECONDS = 60.0


@dataclass(slots=True)
class Watched:
    """The connections of one answer, and whether their time ran out."""

    open: list[socket.socket] = field(default_factory=list)
    late: bool = False

    def shut(self) -> None:
        """Its time is over: whoever reads finds the end."""
        self.late = True
        for each in self.open:
            with suppress(OSError):
                socket.socket.shutdown(each, socket.SHUT_RDWR)


_watched: ContextVar[Watched | None] = ContextVar("feed_watched", default=None)


@contextmanager
def ending(watched: Watched) -> Iterator[None]:
    """What is opened in the block is shut once it has taken its time."""
    token, timer = _watched.set(watched), Timer(SECONDS, watched.shut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        _watched.reset(token)


def _keep(connection: http.client.HTTPConnection) -> None:
    watched = _watched.get()
    if watched is not None and connection.sock is not None:
        watched.open.append(connection.sock)


class _Plain(http.client.HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _keep(self)


class _Sealed(http.client.HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _keep(self)


class Http(HTTPHandler):
    """http:// over a connection that is watched."""

    def http_open(self, req: Request) -> http.client.HTTPResponse:
        """Open it."""
        return self.do_open(_Plain, req)


class Https(HTTPSHandler):
    """https:// over one, its certificate looked at."""

    def https_open(self, req: Request) -> http.client.HTTPResponse:
        """Open it."""
        more: dict[str, Any] = {"context": ssl.create_default_context()}
        return self.do_open(_Sealed, req, **more)
