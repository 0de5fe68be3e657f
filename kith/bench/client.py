"""A process of its own: sends requests over many connections at once and times each to its last byte.

Reads one order as JSON from standard input, writes `[[kind, status, milliseconds, bytes], ...]` to standard
output in the order of the requests. Status 0 stands for a connection that broke.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import dataclass
from typing import Any

Answer = tuple[str, int, float, int]
SLOWEST = 60.0
FORM = "application/x-www-form-urlencoded"
TOKEN = "b" * 32  # what a browser would send back from its cookie; a visitor of the bench makes up its own


@dataclass(slots=True)
class Connection:
    """One kept-alive connection, opened again when the server closes it."""

    host: str
    port: int
    reader: asyncio.StreamReader | None = None
    writer: asyncio.StreamWriter | None = None

    async def get(self, path: str, cookie: str, form: str = "") -> tuple[int, int]:
        """Status and length of the answer's body. Raises OSError or EOFError when the connection breaks.

        With `form` it is posted, with the token that proves it is no other site's form.
        """
        if self.writer is None or self.reader is None:
            self.reader, self.writer = await asyncio.open_connection(self.host, self.port)
        head = f"{'POST' if form else 'GET'} {path} HTTP/1.1\r\nHost: {self.host}:{self.port}\r\nAccept: text/html\r\n"
        body = f"{form}&csrfmiddlewaretoken={TOKEN}" if form else ""
        cookies = [*([f"sessionid={cookie}"] if cookie else []), *([f"csrftoken={TOKEN}"] if form else [])]
        head += f"Cookie: {'; '.join(cookies)}\r\n" if cookies else ""
        head += f"Content-Type: {FORM}\r\nContent-Length: {len(body)}\r\n" if form else ""
        self.writer.write(f"{head}\r\n{body}".encode())
        status, headers = read_head(await self.reader.readuntil(b"\r\n\r\n"))
        if "content-length" not in headers:
            raise OSError("An answer came without its length.")
        length = int(headers["content-length"])
        await self.reader.readexactly(length)
        if headers.get("connection", "").lower() == "close":
            self.close()
        return status, length

    def close(self) -> None:
        """Let the connection go; the next request opens another."""
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None


def read_head(head: bytes) -> tuple[int, dict[str, str]]:
    """Status and headers (names in small letters) of an HTTP/1.1 answer."""
    first, *lines = head.decode("latin-1").split("\r\n")
    pairs = (line.partition(":") for line in lines if line)
    return int(first.split(" ")[1]), {name.lower(): value.strip() for name, _, value in pairs}


async def drive(order: dict[str, Any]) -> list[Answer]:
    """Send the order's requests, each connection taking the next as soon as it is free."""
    requests: list[list[str]] = order["requests"]
    answers: list[Answer | None] = [None] * len(requests)
    waiting = iter(enumerate(requests))

    async def work() -> None:
        connection = Connection(order["host"], order["port"])
        for place, (kind, path, cookie, *form) in waiting:
            began = time.perf_counter()
            try:
                status, length = await asyncio.wait_for(connection.get(path, cookie, *form), SLOWEST)
            except (OSError, EOFError, TimeoutError):
                connection.close()
                status, length = 0, 0
            answers[place] = (kind, status, (time.perf_counter() - began) * 1000, length)
        connection.close()

    await asyncio.gather(*(work() for _ in range(order["connections"])))
    return [each for each in answers if each is not None]


def main() -> None:
    """Read the order, drive, write the answers."""
    json.dump(asyncio.run(drive(json.load(sys.stdin))), sys.stdout)


if __name__ == "__main__":
    main()
