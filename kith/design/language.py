"""The languages in which families read Kith, and the one that a page is being made in. Staff pages are English."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, QueryDict
from django.utils.translation import get_language, gettext

ENGLISH = "en-gb"
ASKED = "language"
KEPT = "kith_language"


@dataclass(frozen=True, slots=True)
class Language:
    """One language: its tag as pages bear it, its own name, and whether it is written from right to left."""

    code: str
    tag: str
    name: str
    right_to_left: bool


# English first; the same as in the settings (a test compares), which cannot be read while they are being made.
LANGUAGES: dict[str, Language] = {
    each.code: each
    for each in (Language(ENGLISH, "en-GB", "English", False), Language("ar", "ar", "العربية", True))
}
# Whether this page was asked for in its language by its own address: then its links ask in the same way.
by_address: ContextVar[bool] = ContextVar("kith_language_by_address", default=False)


def known(code: str | None) -> str:
    """The code where it is one of ours, and "" for anything else."""
    return code if code in LANGUAGES else ""


def speaking() -> Language:
    """The language of the page that is being made."""
    return LANGUAGES[known(get_language()) or ENGLISH]


def in_english() -> bool:
    """Whether the page that is being made is in English."""
    return speaking().code == ENGLISH


def onwards(address: str) -> str:
    """An address of ours that goes on in the language that this page was asked for in."""
    if not by_address.get():
        return address
    path, mark, rest = address.partition("#")
    joined = "&" if urlsplit(path).query else "?"
    return f"{path}{joined}{urlencode({ASKED: speaking().code})}{mark}{rest}"


def elsewhere(request: HttpRequest, code: str) -> str:
    """The address of this same page in another language."""
    query = QueryDict(mutable=True)
    query.update(request.GET)
    query[ASKED] = code
    return f"{request.path}?{query.urlencode()}"


def others() -> list[Language]:
    """The languages that a page can be had in besides its own."""
    here = speaking().code
    return [each for code, each in LANGUAGES.items() if code != here]


def said(words: object) -> str:
    """Words of Kith's own that were marked where they are written, in the language of the page; others as they are."""
    plain = str(words)
    return gettext(plain) if plain and not in_english() else plain
