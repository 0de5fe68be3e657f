"""A process of its own: so many browsers in a chat, each asking as the page's script does and writing now and then.

Reads one order as JSON from standard input, and writes to standard output what it saw: milliseconds of every ask, of
every line's sending, and from a line's sending until its own browser read it back.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

from kith.bench.client import TOKEN, read_head

SOON, SELDOM, SLOWER = 2.0, 12.0, 1.3
"""As `kith/advice/static/advice/chat.mjs` asks: the shortest wait, the longest, and how much longer each time."""
SLOWEST = 30.0


@dataclass(slots=True)
class Seen:
    """What all browsers together saw."""

    asks: list[float] = field(default_factory=list)
    sends: list[float] = field(default_factory=list)
    heard: list[float] = field(default_factory=list)
    errors: int = 0
    sent: int = 0


@dataclass(slots=True)
class Browser:
    """One browser in one chat."""

    host: str
    port: int
    secret: str
    seen: Seen
    dice: random.Random
    reader: asyncio.StreamReader | None = None
    writer: asyncio.StreamWriter | None = None
    after: int = 0
    revision: int = 0
    quiet: int = 0
    unread: dict[str, float] = field(default_factory=dict)

    async def talk(self, until: float, every: float) -> None:
        """Ask until then, and write a line every so many seconds on average."""
        await asyncio.sleep(self.dice.uniform(0, SOON))
        write_at = time.monotonic() + self.dice.uniform(0, every * 2)
        while time.monotonic() < until:
            if time.monotonic() >= write_at:
                await self._counted(self._say())
                write_at = time.monotonic() + self.dice.uniform(0, every * 2)
            await self._counted(self._ask())
            await asyncio.sleep(min(SELDOM, SOON * SLOWER ** min(self.quiet, 8)))
        while self.unread and time.monotonic() < until + SLOWEST:
            await self._counted(self._ask())
            await asyncio.sleep(SOON)

    async def _counted(self, asking: Any) -> None:
        try:
            await asyncio.wait_for(asking, SLOWEST)
        except (OSError, EOFError, TimeoutError, ValueError):
            self.seen.errors += 1
            self._close()

    async def _ask(self) -> None:
        began = time.perf_counter()
        path = f"/chat/now/lines?after={self.after}&revision={self.revision}"
        status, body = await self._request(f"GET {path}", "")
        self.seen.asks.append((time.perf_counter() - began) * 1000)
        if status == 200:
            told = json.loads(body)
            self.revision = told["revision"]
            self.quiet = 0
            for line in told["lines"]:
                self.after = max(self.after, line["number"])
                written = self.unread.pop(line["words"], None)
                if written is not None:
                    self.seen.heard.append((time.monotonic() - written) * 1000)
        elif status == 204:
            self.quiet += 1
        else:
            raise OSError(f"An ask was answered with {status}.")

    async def _say(self) -> None:
        words = f"line {uuid4()}"
        self.unread[words] = time.monotonic()
        self.seen.sent += 1
        self.quiet = 0
        began = time.perf_counter()
        form = f"words={words.replace(' ', '+')}&sending={uuid4()}&csrfmiddlewaretoken={TOKEN}"
        status, _ = await self._request("POST /chat/now/say", form)
        self.seen.sends.append((time.perf_counter() - began) * 1000)
        if status != 200:
            raise OSError(f"A line was answered with {status}.")

    async def _request(self, what: str, form: str) -> tuple[int, bytes]:
        """Once more on a new connection where the server had closed a quiet one, as browsers do."""
        fresh = self.writer is None
        try:
            return await self._once(what, form)
        except (OSError, EOFError):
            self._close()
            if fresh:
                raise
            return await self._once(what, form)

    async def _once(self, what: str, form: str) -> tuple[int, bytes]:
        if self.writer is None or self.reader is None:
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        head = f"{what} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nX-Asks: chat\r\n"
        head += f"Cookie: talk={self.secret}; once={TOKEN}\r\n"
        if form:
            head += f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(form)}\r\n"
        self.writer.write(f"{head}\r\n{form}".encode())
        status, headers = read_head(await self.reader.readuntil(b"\r\n\r\n"))
        body = await self.reader.readexactly(int(headers.get("content-length", "0")))
        if headers.get("connection", "").lower() == "close":
            self._close()
        return status, body

    def _close(self) -> None:
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None


async def drive(order: dict[str, Any]) -> dict[str, Any]:
    """All browsers at once, for so many seconds."""
    seen, dice = Seen(), random.Random(order["seed"])  # noqa: S311 - a fixed mix, not a secret
    browsers = [
        Browser(order["host"], order["port"], secret, seen, random.Random(dice.random()))  # noqa: S311
        for secret in order["secrets"]
    ]
    until = time.monotonic() + order["seconds"]
    await asyncio.gather(*(each.talk(until, order["every"]) for each in browsers))
    lost = sum(len(each.unread) for each in browsers)
    return {
        "asks": seen.asks, "sends": seen.sends, "heard": seen.heard, "errors": seen.errors, "sent": seen.sent,
        "lost": lost,
    }  # fmt: skip


if __name__ == "__main__":
    json.dump(asyncio.run(drive(json.load(sys.stdin))), sys.stdout)
