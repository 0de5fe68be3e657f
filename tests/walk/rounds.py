"""Going round the house as one account: every kind of page that links, forms and the address list lead to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.test import Client
from django.urls import Resolver404, resolve

from tests.walk.forms import PageForm, forms_of, links_of
from tests.walk.routes import every_route

# Leaving ends the walk; it has tests of its own.
NOT_FOLLOWED = frozenset({"account_logout"})


@dataclass
class Round:
    """What one account came upon: pages by address, forms by what they are, query names by address."""

    pages: dict[str, str] = field(default_factory=dict)
    forms: dict[tuple[str, ...], PageForm] = field(default_factory=dict)
    asked: dict[str, set[str]] = field(default_factory=dict)


def kind_of(address: str) -> str:
    """Which page an address is: its route's name, with the words in it that choose between forms."""
    try:
        found = resolve(urlsplit(address).path)
    except Resolver404:
        return ""
    words = [str(value) for name, value in found.kwargs.items() if name in {"form", "what"}]
    return ":".join([found.url_name or "", *words])


def go_round(client: Client, start: Iterable[str]) -> Round:
    """Follow everything from `start`, each kind of page once."""
    told, waiting = Round(), list(start)
    been: set[str] = set()
    while waiting:
        address = waiting.pop(0)
        path, _, query = address.partition("?")
        for name in (pair.partition("=")[0] for pair in query.split("&") if pair):
            told.asked.setdefault(path, set()).add(name)
        kind = kind_of(address)
        if not kind or kind in NOT_FOLLOWED or kind in been:
            continue
        answer = client.get(address, follow=True)
        if answer.status_code != 200 or not answer.headers["Content-Type"].startswith("text/html"):
            continue
        been.add(kind)
        address = answer.request["PATH_INFO"] + (f"?{query}" if query and not answer.redirect_chain else "")
        html = answer.content.decode()
        told.pages[address] = html
        waiting += sorted(links_of(html, address))
        for form in forms_of(html, address):
            _keep(told, form)
    return told


def _keep(told: Round, form: PageForm) -> None:
    kind = kind_of(form.action)
    if kind in NOT_FOLLOWED or not kind:
        return
    if form.method == "get":
        told.asked.setdefault(urlsplit(form.action).path, set()).update(form.names)
        return
    button = form.button or ("", "")
    told.forms.setdefault((kind, *sorted(form.names), *button), form)


def every_address(parts: dict[str, object]) -> Iterator[str]:
    """Each address of the house with real parameters, and each form that has a word of its own."""
    for route in every_route():
        if set(route.parameters) <= set(parts):
            yield route.at(parts)
