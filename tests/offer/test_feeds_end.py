"""A feed ends in time: one answer that trickles, and one feed that never comes to its last page."""

from __future__ import annotations

import time
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest

from kith.offer.feeds import ends, pages
from kith.offer.feeds.pages import FeedError, get
from tests.offer.feed import pages_of, record, serving
from tests.offer.test_feeds import read

pytestmark = pytest.mark.database


def test_an_answer_that_trickles_is_shut_when_its_time_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ends, "SECONDS", 0.6)

    class Trickles(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200)
            self.end_headers()
            with suppress(OSError):
                for _ in range(100):
                    self.wfile.write(b" ")
                    self.wfile.flush()
                    time.sleep(0.1)

        def log_message(self, *_args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Trickles)
    server.daemon_threads = True
    server.block_on_close = False
    Thread(target=server.serve_forever, daemon=True).start()
    begun = time.monotonic()
    with pytest.raises(FeedError, match=r"took more than 0\.6 seconds"):
        get(f"http://127.0.0.1:{server.server_address[1]}/services")
    assert time.monotonic() - begun < 5
    server.shutdown()
    server.server_close()


def test_a_feed_that_never_ends_is_left_when_its_time_is_over_and_what_was_read_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    clock = iter(range(0, 10**6, pages.LONGEST // 3))
    monkeypatch.setattr(pages, "_clock", lambda: next(clock))
    with serving(pages_of([record(f"Group {number}") for number in range(40)])) as source:
        report = read(source)
    assert "It took more than 120 minutes" in report["stopped"]
    assert 0 < report["new"] < 10
    assert report["dropped"] == 0
