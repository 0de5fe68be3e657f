"""A small server on this machine that answers as the published API of GOV.UK Notify does, or as badly as a test asks."""

from __future__ import annotations

import base64
import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from django.test import override_settings

from kith.config.notify import NotifySettings

SERVICE, SECRET = "26785a09-ab16-4eb0-8407-a37497a57506", "3d844edf-8d35-48ac-975b-e847b4f122b0"
KEY = f"tests-{SERVICE}-{SECRET}"
TEXT, EMAIL = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"


class FakeNotify:
    """What was sent, and how to answer. `answers`: bad answers to come first, each (status, body) or "hang", "drop"
    or "lose": taken, and then the line is cut before the answer."""

    def __init__(self) -> None:
        self.sent: list[dict[str, Any]] = []
        self.asked: list[str] = []
        self.answers: list[Any] = []
        self.template = "((message))"
        self.subject = "Message"
        self.statuses: dict[str, str] = {}
        self.url = ""

    def take(self, kind: str, body: dict[str, Any]) -> dict[str, Any]:
        """As POST /v2/notifications/<kind> does."""
        row = {"id": str(uuid4()), "type": kind, "reference": body.get("reference"), "body": body}
        if "content" in body:
            row["pdf"] = base64.b64decode(body["content"])
        self.sent.append(row)
        return {"id": row["id"], "reference": row["reference"], "scheduled_for": None}

    def row(self, row: dict[str, Any]) -> dict[str, Any]:
        status = self.statuses.get(row["id"], "created" if row["type"] != "letter" else "accepted")
        return {"id": row["id"], "reference": row["reference"], "type": row["type"], "status": status}


class Handler(BaseHTTPRequestHandler):
    fake: FakeNotify

    def log_message(self, *words: object) -> None:
        """Nothing."""

    def do_GET(self) -> None:
        path = urlsplit(self.path)
        if self._bad(path.path):
            return
        if path.path == "/v2/notifications":
            asked = parse_qs(path.query).get("reference", [""])[0]
            rows = [self.fake.row(each) for each in self.fake.sent if each["reference"] == asked]
            self._say(200, {"notifications": rows, "links": {}})
            return
        found = [each for each in self.fake.sent if each["id"] == path.path.rpartition("/")[2]]
        if found:
            self._say(200, self.fake.row(found[0]))
        else:
            self._say(404, {"errors": [{"error": "NoResultFound", "message": "No result found"}]})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        if not self.headers.get("Authorization", "").startswith("Bearer "):
            self._say(401, {"errors": [{"error": "AuthError", "message": "Unauthorized"}]})
        elif self.path.endswith("/preview"):
            if not self._bad(self.path):
                words = self.fake.template.replace("((message))", body["personalisation"]["message"])
                subject = None if TEXT in self.path else self.fake.subject
                self._say(200, {"id": TEXT, "type": "sms", "version": 1, "body": words, "subject": subject})
        elif self.fake.answers and self.fake.answers[0] == "lose":
            self.fake.answers.pop(0)
            self.fake.take(self.path.rpartition("/")[2], body)
            self.close_connection = True
        elif not self._bad(self.path):
            self._say(201, self.fake.take(self.path.rpartition("/")[2], body))

    def _bad(self, path: str) -> bool:
        self.fake.asked.append(f"{self.command} {path}")
        if not self.fake.answers or self.fake.answers[0] == "lose":
            return False
        answer = self.fake.answers.pop(0)
        if answer == "well":
            return False
        if answer == "hang":
            time.sleep(0.6)
        if isinstance(answer, str):
            self.close_connection = True
        else:
            self._say(*answer)
        return True

    def _say(self, status: int, body: Any) -> None:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def notify_answers(**more: Any) -> Iterator[FakeNotify]:
    """Notify is set up, and this server answers for it."""
    fake = FakeNotify()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Bound", (Handler,), {"fake": fake}))
    server.daemon_threads = True
    thread = threading.Thread(target=lambda: server.serve_forever(poll_interval=0.02), daemon=True)
    thread.start()
    fake.url = f"http://127.0.0.1:{server.server_port}"
    held = {
        "key": KEY, "url": fake.url, "timeout": 0.3, "postage": "second", "text": TEXT, "email": EMAIL, **more,
    }  # fmt: skip
    try:
        with override_settings(NOTIFY=NotifySettings(**held)):
            yield fake
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
