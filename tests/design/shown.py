"""One page and the files that it stands on, for a browser that keeps the files from page to page."""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlparse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'none'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


class Shown:
    """What is to be seen at `/`, and where files under `/static/` are found."""

    def __init__(self) -> None:
        self.html = ""
        self.find: Callable[[str], Path | None] = lambda path: None

    @contextmanager
    def listening(self) -> Iterator[int]:
        """The port of a server in a thread of its own, for as long as it lasts."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), _Answer)
        server.daemon_threads = True
        thread = Thread(target=server.serve_forever, args=[0.02], daemon=True)
        thread.start()
        try:
            yield server.server_port
        finally:
            server.shutdown()
            server.server_close()
            thread.join()


SHOWN = Shown()


class _Answer(BaseHTTPRequestHandler):
    # The browser keeps its connection, as well as the files.
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        path = urlparse(self.path).path
        if path == "/":
            headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store"}
            self._say(200, "text/html; charset=utf-8", SHOWN.html.encode(), headers)
            return
        file = SHOWN.find(path.removeprefix("/static/")) if path.startswith("/static/") else None
        if file is None:
            self._say(404, "text/plain", b"", {})
            return
        kind = "text/javascript" if file.suffix in (".js", ".mjs") else mimetypes.guess_type(file.name)[0]
        self._say(200, kind or "text/plain", file.read_bytes(), {"Cache-Control": "max-age=86400, immutable"})

    def _say(self, status: int, kind: str, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class's own name
        pass
