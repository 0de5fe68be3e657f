"""The forms of a page, as a browser would fill and send them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from urllib.parse import urljoin

from bs4 import BeautifulSoup, Tag

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
def parsed(html: str) -> BeautifulSoup:
    """The page as a tree, to read only: making it takes as long as the answer did, and it is asked several things."""
    return BeautifulSoup(html, "lxml")


def links_of(html: str, address: str) -> set[str]:
    """Addresses of this house that the page links to, without their fragments."""
    links = parsed(html).find_all("a", href=True)
    found = (urljoin(address, str(each["href"])).partition("#")[0] for each in links)
    return {each for each in found if each.startswith("/") and not each.startswith("/static/")}


def forms_of(html: str, address: str) -> Iterator[PageForm]:
    """Every form, once for each button that sends it."""
    for form in parsed(html).find_all("form"):
        boxes = tuple(_boxes(form))
        action = urljoin(address, str(form.get("action") or address))
        method = str(form.get("method", "get")).lower()
        buttons = [
            (str(each["name"]), str(each.get("value", "")))
            for each in form.find_all("button")
            if each.get("name")
        ]
        names = frozenset(box.name for box in boxes)
        for button in buttons or [None]:
            yield PageForm(address, action, method, boxes, button, names, form.get("role") == "search")


def _boxes(form: Tag) -> Iterator[Box]:
    grouped: dict[tuple[str, str], list[Tag]] = {}
    for each in form.find_all(["input", "textarea", "select"]):
        name, kind = str(each.get("name", "")), _kind(each)
        if name and name not in UNTYPED and kind not in {"submit", "button"}:
            grouped.setdefault((name, kind), []).append(each)
    for (name, kind), tags in grouped.items():
        first = tags[0]
        if kind == "textarea":
            # The parser has dropped the newline that HTML lets stand after the tag, or has not.
            yield Box(name, kind, str(first.get("id", "")), first.get_text().removeprefix("\n"))
        elif kind == "select":
            options = [str(o.get("value", o.get_text())) for o in first.find_all("option")]
            chosen = [str(o.get("value", "")) for o in first.find_all("option") if o.has_attr("selected")]
            yield Box(name, kind, str(first.get("id", "")), (chosen or [""])[0], tuple(options))
        elif kind in {"radio", "checkbox"}:
            ticked = [str(t.get("value", "on")) for t in tags if t.has_attr("checked")]
            choices = tuple(str(t.get("value", "on")) for t in tags)
            yield Box(name, kind, str(first.get("id", "")), (ticked or [""])[0], choices)
        else:
            yield Box(name, kind, str(first.get("id", "")), str(first.get("value", "")))


def _kind(tag: Tag) -> str:
    return str(tag.get("type", "text")) if tag.name == "input" else str(tag.name)
