"""The bench of the chat: what it counts, and that a line which nobody read counts as lost."""

from __future__ import annotations

import asyncio
import random

from kith.bench.chat import figures
from kith.bench.chatting import Browser, Seen

SEEN = {
    "asks": [1.0] * 95 + [50.0] * 5,
    "sends": [2.0],
    "heard": [900.0, 2100.0],
    "errors": 1,
    "sent": 3,
    "lost": 1,
}


def test_what_was_seen_becomes_lines_with_their_limits() -> None:
    found = {each.what: each for each in figures(SEEN, wall=10.0, busy=1.0, memory=3 * 2**20)}
    assert found["asks whether anything is new"].value == 10.0
    assert found["an ask, 95th"].value == 1.0
    assert found["a line until a browser reads it, 95th"].value == 2100.0
    assert found["memory of the web processes, most"].value == 3.0
    assert found["processor of the web processes"].value == 10.0
    assert found["lost of 3 lines"].verdict == "over"
    assert found["errors"].verdict == "over"
    assert found["an ask, 95th"].verdict == "within"


def test_a_browser_reads_its_own_line_back_and_asks_more_seldom_while_nothing_comes() -> None:
    gone = asyncio.Event()

    async def served(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        said: list[bytes] = []
        while True:
            try:
                head = await reader.readuntil(b"\r\n\r\n")
            except asyncio.IncompleteReadError:
                break
            if head.startswith(b"POST"):
                length = int(head.lower().split(b"content-length: ")[1].split(b"\r\n")[0])
                words = (
                    (await reader.readexactly(length)).split(b"words=")[1].split(b"&")[0].replace(b"+", b" ")
                )
                said.append(words)
                body = b'{"refused": ""}'
            elif said and b"after=0" in head:
                body = b'{"revision": 2, "lines": [{"number": 1, "words": "%s"}]}' % said[0]
            else:
                writer.write(b"HTTP/1.1 204 No Content\r\n\r\n")
                continue
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body))
        writer.close()
        await writer.wait_closed()
        gone.set()

    async def tried() -> Seen:
        server = await asyncio.start_server(served, "127.0.0.1", 0)
        seen = Seen()
        browser = Browser("127.0.0.1", server.sockets[0].getsockname()[1], "s", seen, random.Random(1))  # noqa: S311
        await browser._ask()
        assert browser.quiet == 1
        await browser._say()
        assert list(browser.unread)
        await browser._ask()
        assert not browser.unread
        assert (browser.after, browser.revision, browser.quiet) == (1, 2, 0)
        browser._close()
        await gone.wait()
        server.close()
        await server.wait_closed()
        return seen

    seen = asyncio.run(tried())
    assert (len(seen.asks), len(seen.sends), len(seen.heard), seen.errors) == (2, 1, 1, 0)
