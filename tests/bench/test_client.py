"""The client that times answers, against a small server of the standard library."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from kith.bench.client import drive, read_head


class Answers(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    seen: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.seen.append(self.headers.get("Cookie", ""))
        body = b"x" * 1000
        self.send_response(404 if self.path == "/none" else 200)
        self.send_header("Content-Length", str(len(body)))
        if self.path == "/close":
            self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        return


@pytest.fixture
def port() -> Iterator[int]:
    Answers.seen.clear()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
    server.server_close()


def test_every_request_is_answered_once_and_in_order(port: int) -> None:
    wanted = [("a", "/", "me"), ("b", "/none", ""), ("c", "/close", "me")] * 20
    order = {"host": "127.0.0.1", "port": port, "connections": 4, "requests": wanted}
    found = asyncio.run(drive(order))
    assert [(kind, status) for kind, status, _, _ in found] == [("a", 200), ("b", 404), ("c", 200)] * 20
    assert all(ms > 0 and length == 1000 for _, _, ms, length in found)
    assert sorted(set(Answers.seen)) == ["", "sessionid=me"]


def test_a_server_that_is_not_there_is_an_error_and_not_a_failure() -> None:
    order = {"host": "127.0.0.1", "port": 1, "connections": 2, "requests": [("a", "/", "")] * 3}
    assert [status for _, status, _, _ in asyncio.run(drive(order))] == [0, 0, 0]


def test_headers_are_read_whatever_their_letters() -> None:
    assert read_head(b"HTTP/1.1 200 OK\r\nContent-Length: 7\r\nX-Odd:a:b\r\n\r\n") == (
        200,
        {"content-length": "7", "x-odd": "a:b"},
    )
