"""The forms of a page, as a browser would fill and send them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urljoin

from lxml import html as lxml_html
from lxml.html import HtmlElement

UNTYPED = frozenset({"csrfmiddlewaretoken"})


@dataclass(frozen=True)
class Box:
    """One field: `kind` is its tag or its input's type; `choices` are the values that it offers."""

    name: str
    kind: str
    id: str
    value: str
    choices: tuple[str, ...] = ()

    @property
    def typed(self) -> bool:
        """Whether somebody types into it, so that what they typed must come back."""
        return self.kind in {"text", "search", "textarea", "email", "tel", "number", "url"}


@dataclass(frozen=True)
class PageForm:
    """A form on the page at `page`, sent to `action`."""

    page: str
    action: str
    method: str
    boxes: tuple[Box, ...]
    button: tuple[str, str] | None = None
    names: frozenset[str] = field(default_factory=frozenset)
    searches: bool = False

    @property
    def takes_files(self) -> bool:
        return any(box.kind == "file" for box in self.boxes)

    def filled(self) -> dict[str, list[str]]:
        """What a hurried person would send: what stands there, something in each gap."""
        sent: dict[str, list[str]] = {}
        for box in self.boxes:
            if box.kind == "file":
                continue
            value = box.value or _something(box)
            if value and (box.kind != "checkbox" or box.name not in sent):
                sent.setdefault(box.name, [value])
        if self.button:
            sent[self.button[0]] = [self.button[1]]
        return sent


def _something(box: Box) -> str:
    if box.choices:
        return next((each for each in box.choices if each), "")
    ending = box.name.rpartition("_")[2]
    return {"at": "10:30", "day": "1", "month": "2", "year": "2020", "0": "1", "1": "2", "2": "2020"}.get(
        ending, "Words"
    )


@lru_cache(maxsize=2)
def parsed(html: str) -> HtmlElement:
    """The page as a tree, to read only: it is asked several things."""
    return lxml_html.document_fromstring(html.encode(), parser=lxml_html.HTMLParser(encoding="utf-8"))


def links_of(html: str, address: str) -> set[str]:
    """Addresses of this house that the page links to, without their fragments."""
    links = {str(each.get("href")) for each in parsed(html).iter("a") if each.get("href") is not None}
    found = (urljoin(address, each).partition("#")[0] for each in links)
    return {each for each in found if each.startswith("/") and not each.startswith("/static/")}


def forms_of(html: str, address: str) -> Iterator[PageForm]:
    """Every form, once for each button that sends it."""
    for form in parsed(html).iter("form"):
        boxes = tuple(_boxes(form))
        action = urljoin(address, str(form.get("action") or address))
        method = str(form.get("method", "get")).lower()
        buttons = [
            (str(each.get("name")), str(each.get("value", "")))
            for each in form.iter("button")
            if each.get("name")
        ]
        names = frozenset(box.name for box in boxes)
        for button in buttons or [None]:
            yield PageForm(address, action, method, boxes, button, names, form.get("role") == "search")


def _boxes(form: HtmlElement) -> Iterator[Box]:
    grouped: dict[tuple[str, str], list[HtmlElement]] = {}
    for each in form.iter("input", "textarea", "select"):
        name, kind = str(each.get("name", "")), _kind(each)
        if name and name not in UNTYPED and kind not in {"submit", "button"}:
            grouped.setdefault((name, kind), []).append(each)
    for (name, kind), tags in grouped.items():
        first = tags[0]
        if kind == "textarea":
            # The parser has dropped the newline that HTML lets stand after the tag, or has not.
            yield Box(name, kind, str(first.get("id", "")), str(first.text_content()).removeprefix("\n"))
        elif kind == "select":
            options = [str(o.get("value", o.text_content())) for o in first.iter("option")]
            chosen = [str(o.get("value", "")) for o in first.iter("option") if "selected" in o.attrib]
            yield Box(name, kind, str(first.get("id", "")), (chosen or [""])[0], tuple(options))
        elif kind in {"radio", "checkbox"}:
            ticked = [str(t.get("value", "on")) for t in tags if "checked" in t.attrib]
            choices = tuple(str(t.get("value", "on")) for t in tags)
            yield Box(name, kind, str(first.get("id", "")), (ticked or [""])[0], choices)
        else:
            yield Box(name, kind, str(first.get("id", "")), str(first.get("value", "")))


def _kind(tag: HtmlElement) -> str:
    return str(tag.get("type", "text")) if tag.tag == "input" else str(tag.tag)
