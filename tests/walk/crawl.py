"""Every page that an account can come to by following links, one of each kind."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from urllib.parse import parse_qsl, urljoin, urlsplit
from uuid import UUID

from bs4 import BeautifulSoup
from django.test import Client
from django.urls import Resolver404, resolve

# Pages of one form for each area or duty of the law: two hundred alike. tests/law looks at every area.
ALIKE = {"law_area", "law_set_time", "law_set_promise"}


@dataclass(frozen=True)
class Found:
    """A page that answered with HTML: which kind of page it is, its address, and what it says."""

    kind: str
    address: str
    html: str


def crawl(client: Client, starts: list[str]) -> list[Found]:
    """One page of each kind (its address's name, with the names of what it was asked) from these addresses on."""
    waiting, seen, found = deque(starts), set[str](), list[Found]()
    while waiting:
        address = waiting.popleft()
        kind = kind_of(address)
        if not kind or kind in seen:
            continue
        seen.add(kind)
        answer = client.get(address)
        if answer.status_code in {301, 302}:
            waiting.append(urljoin(address, answer.headers["Location"]))
        elif answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            html = answer.content.decode()
            found.append(Found(kind, address, html))
            waiting.extend(urljoin(address, link) for link in links_of(html))
    return found


def kind_of(address: str) -> str:
    """The name of an address, words in it, and names of what it is asked; empty for what is not a page of ours."""
    parts = urlsplit(address)
    if parts.netloc or parts.path.startswith("/static/"):
        return ""
    try:
        found = resolve(parts.path)
    except Resolver404:
        return f"nothing at {parts.path}"
    if found.url_name == "account_logout":
        return ""
    words = [str(value) for value in found.kwargs.values() if not isinstance(value, UUID)]
    words = [] if found.url_name in ALIKE else words
    asked = sorted(name for name, _value in parse_qsl(parts.query))
    return " ".join([found.url_name or "", *words, *asked])


def links_of(html: str) -> list[str]:
    """Where the links of a page lead."""
    return [str(link["href"]) for link in BeautifulSoup(html, "html.parser").select("a[href]")]
