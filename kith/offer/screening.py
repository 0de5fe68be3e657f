"""Whether words may mean a place that must stay secret, or give one away."""

from __future__ import annotations

import html
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

POSTCODE = re.compile(r"\b[A-Za-z]{1,2}[0-9][0-9A-Za-z]?\s?[0-9][A-Za-z]{2}\b")
_STREET = re.compile(
    r"\b\d{1,4}[A-Za-z]?,? +(?:[A-Z][\w'’]+ +){1,3}(?:Street|Road|Lane|Avenue|Close|Drive|Way|Row|Terrace|Crescent|"
    r"Place|Square|Court|Gardens|Grove|Hill|Rise|Walk|View|St|Rd|Ave)\b"
)


@cache
def _words() -> tuple[str, ...]:
    read = tomllib.loads((files("kith.offer") / "data" / "screened.toml").read_text(encoding="utf-8"))
    return tuple(read["words"])


@cache
def _screened() -> re.Pattern[str]:
    gap, apostrophe = r"[\s_-]*", "['’‘ʼ´`]?"
    words = (
        re.escape(each).replace("_", gap).replace(r"\-", gap).replace("'", apostrophe) for each in _words()
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})(?!\w)")


@cache
def _in_addresses() -> re.Pattern[str]:
    """The same run together, as in lanternrefuge.example; a refugee is none."""
    words = {re.sub(r"[^a-z]", "", each) for each in _words()}
    return re.compile(rf"(?:{'|'.join(sorted(words, key=len, reverse=True))})(?!e)")


def sounds_secret(*texts: str) -> tuple[str, ...]:
    """The words in these texts that may mean a refuge, a children's home or the like; none, mostly."""
    found = [each.group() for text in texts for each in _found(_plain(text))]
    return tuple(dict.fromkeys(" ".join(each.split()) for each in found))


def _found(text: str) -> Iterator[re.Match[str]]:
    yield from _screened().finditer(text)
    for address in (each for each in text.split() if "@" in each or "." in each[1:-1]):
        yield from _in_addresses().finditer(re.sub(r"[-_]", "", address))


def _plain(text: str) -> str:
    """As somebody reads it: small letters, no entities of HTML, wide letters or signs that nobody sees."""
    told = html.unescape(text).lower()
    if told.isascii():
        return told
    told = unicodedata.normalize("NFKC", told).lower()
    return "".join(each for each in told if unicodedata.category(each) != "Cf")


def tells_a_place(text: str) -> str:
    """A postcode or a house in a street that a text names; "" where there is none."""
    found = POSTCODE.search(text) or _STREET.search(text)
    return found.group() if found else ""
