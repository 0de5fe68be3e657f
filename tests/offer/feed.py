"""A feed on this machine: pages of Open Referral UK as other councils serve them, and as they go wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import NAMESPACE_URL, uuid5

Answer = bytes | dict[str, Any] | None


def record(name: str, **more: Any) -> dict[str, Any]:
    """A whole service of another directory."""
    one = str(uuid5(NAMESPACE_URL, name))
    return {
        "id": one,
        "name": name,
        "status": "active",
        "description": f"{name}, for everybody.",
        "organization": {
            "id": str(uuid5(NAMESPACE_URL, f"o{name}")),
            "name": f"{name} Trust",
            "description": "A trust.",
        },
        "phones": [{"id": one, "number": "01632 960123"}],
        "schedules": [
            {"id": one, "freq": "WEEKLY", "byday": "MO,WE", "opens_at": "10:00", "closes_at": "12:00:00Z"}
        ],
        "attributes": [{"id": one, "taxonomy_term": {"id": one, "name": "Housing", "description": "x"}}],
        "service_at_locations": [
            {
                "id": one,
                "location": {
                    "id": one,
                    "location_type": "physical",
                    "name": "Town Barn",
                    "latitude": 52.1,
                    "longitude": -1.2,
                    "addresses": [
                        {
                            "id": one,
                            "address_1": "1 Foundry Steps",
                            "city": "Little Hollow",
                            "state_province": "Kithshire",
                            "postal_code": "kh132ab",
                            "country": "GB",
                            "address_type": "physical",
                        }
                    ],
                },
            }
        ],
    } | more


def pages_of(records: list[dict[str, Any]], size: int = 2) -> Callable[[str, dict[str, str]], Answer]:
    """A feed that serves these, in pages."""
    whole = {each["id"]: each for each in records}

    def answer(path: str, query: dict[str, str]) -> Answer:
        if path.startswith("/services/"):
            return whole.get(path.removeprefix("/services/"))
        number = int(query["page"])
        some = records[(number - 1) * size : number * size]
        total = -(-len(records) // size)
        listed = [{"id": each["id"], "name": each["name"], "status": "active"} for each in some]
        return {"total_pages": total, "page_number": number, "last_page": number >= total, "contents": listed}

    return answer


@contextmanager
def serving(answer: Callable[[str, dict[str, str]], Answer]) -> Iterator[str]:
    """Serve on loopback for the length of the block; gives the address."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            parts = urlsplit(self.path)
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            found = answer(parts.path, query)
            body = found if isinstance(found, bytes) else json.dumps(found).encode()
            self.send_response(404 if found is None else 200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
