"""Somebody who asks over HTTP, without a browser: cookies kept, redirects not followed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from http.client import HTTPConnection
from http.cookies import SimpleCookie
from urllib.parse import urlencode, urlsplit

from bs4 import BeautifulSoup

FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Said:
    """What came back."""

    status: int
    body: str
    headers: dict[str, str]

    @property
    def leads_to(self) -> str:
        return self.headers.get("location", "")


class Caller:
    """Asks the house at `site`; `session` is the cookie of somebody who has signed in."""

    def __init__(self, site: str, session: str = "", *, timeout: float = 30) -> None:
        self._host, self._timeout = urlsplit(site).netloc, timeout
        self.cookies = {"sessionid": session} if session else {}

    def get(self, address: str) -> Said:
        return self._ask("GET", address)

    def post(self, address: str, fields: Iterable[tuple[str, str]], *, page: str = "") -> Said:
        """Send a form; its token is taken from `page` (default: the same address)."""
        sent = list(fields)
        if not any(name == "csrfmiddlewaretoken" for name, _ in sent):
            box = BeautifulSoup(self.get(page or address).body, "html.parser").find(
                "input", {"name": "csrfmiddlewaretoken"}
            )
            sent.append(("csrfmiddlewaretoken", str(box["value"]) if box else ""))
        return self._ask("POST", address, urlencode(sent))

    def sign_in(self, login: str, password: str = "family-first") -> Said:  # noqa: S107 - the demo's own
        return self.post("/sign-in", [("login", login), ("password", password)])

    def _ask(self, method: str, address: str, body: str | None = None) -> Said:
        connection = HTTPConnection(self._host, timeout=self._timeout)
        try:
            headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items())}
            connection.request(method, address, body, headers | ({"Content-Type": FORM} if body else {}))
            answer = connection.getresponse()
            text = answer.read().decode("utf-8", "replace")
        finally:
            connection.close()
        for name, value in answer.getheaders():
            if name.lower() == "set-cookie":
                self.cookies |= {key: morsel.value for key, morsel in SimpleCookie(value).items()}
        return Said(answer.status, text, {name.lower(): value for name, value in answer.getheaders()})
