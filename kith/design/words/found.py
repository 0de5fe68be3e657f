"""Every sentence that is to be had in each language, found in the source: templates, Python and the data of rooms."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from babel.messages.extract import extract_from_file

PACKAGE = Path(__file__).resolve().parents[2]
# `marked` (kith.marked): kept there, said where it is shown.
KEYWORDS: Mapping[str, Any] = {"_": None, "gettext": None, "marked": None, "ngettext": (1, 2)}
JINJA = {"newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true", "silent": "false"}
# Of the register, names of duties are said to everybody where the law changes: what has no day yet, or a recent one.
CHANGING = "law/data/duties/*.toml"
LATELY = 2026
TRANSLATING = ("gettext", "marked(", "{% trans", "{{ _(", "(_(", " _(")
# In data: which files, and which of their keys hold words for families.
DATA = {
    "law/data/duties/*.toml": ("child", "others"),
    "help/data/thresholds/*.toml": ("asks", "says", "source"),
    "offer/data/terms.toml": ("name",),
    "offer/offers/data/headings.toml": ("name",),
    "offer/offers/data/entitlements.toml": ("name", "says", "of"),
    "kinship/data/allowance/*.toml": ("says",),
    "kinship/data/ages.toml": ("says",),
    "kinship/data/everyday.toml": ("says",),
    "kinship/data/kinds.toml": ("name", *("decide", "responsibility", "money", "social_work", "tax", "ends")),
    "kinship/data/zone.toml": ("asks", "says"),
    "kinship/data/questions.toml": ("asks",),
    "pages/easy/data/*.toml": ("title", "about", "says"),
}


@dataclass
class Sentence:
    """One sentence: its plural where it has one, and the files in which it stands, as paths under `kith/`."""

    text: str
    plural: str = ""
    places: set[str] = field(default_factory=set)

    @property
    def room(self) -> str:
        """The room whose catalogue it is kept in: the first that says it."""
        return min(self.places).partition("/")[0]


def sentences() -> dict[str, Sentence]:
    """All of them by their English."""
    found: dict[str, Sentence] = {}
    for place, text, plural in (*_written(), *_data()):
        one = found.setdefault(text, Sentence(text))
        one.plural = one.plural or plural
        one.places.add(place)
    return found


def _written() -> Iterator[tuple[str, str, str]]:
    for path in sorted([*PACKAGE.rglob("*.py"), *PACKAGE.rglob("*.html")]):
        if not any(mark in path.read_text(encoding="utf-8") for mark in TRANSLATING):
            continue
        method, options = ("jinja2", JINJA) if path.suffix == ".html" else ("python", {})
        for _line, said, _comments, _context in extract_from_file(method, path, KEYWORDS, (), options):
            text, plural = said if isinstance(said, tuple) else (said, "")
            if text:
                yield path.relative_to(PACKAGE).as_posix(), text, plural


def _data() -> Iterator[tuple[str, str, str]]:
    for pattern, keys in DATA.items():
        for path in sorted(PACKAGE.glob(pattern)):
            place = path.relative_to(PACKAGE).as_posix()
            for text in _held(tomllib.loads(path.read_text(encoding="utf-8")), frozenset(keys)):
                yield place, text, ""
    for path in sorted(PACKAGE.glob(CHANGING)):
        for duty in tomllib.loads(path.read_text(encoding="utf-8"))["duty"]:
            if _changes(duty):
                yield path.relative_to(PACKAGE).as_posix(), duty["family_name"], ""


def _changes(duty: Mapping[str, Any]) -> bool:
    begins = duty.get("commences_on")
    return (
        duty["status"] == "prospective" or "ends_on" in duty or (begins is not None and begins.year >= LATELY)
    )


def _held(node: Any, keys: frozenset[str]) -> Iterator[str]:
    if isinstance(node, list):
        for each in node:
            yield from _held(each, keys)
    if isinstance(node, dict):
        for key, value in node.items():
            if key in keys and isinstance(value, str):
                yield value
            else:
                yield from _held(value, keys)
