"""Catalogues: one file a room and language, in the format that translators' tools read; made into one for use."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kith.design.words.found import PACKAGE, Sentence

LOCALE = PACKAGE / "locale"
BEGAN = datetime(2026, 11, 27, tzinfo=UTC)
HEADER = """\
# What families read in Kith. Terms and tone: docs/languages.md. `kith words` says what is missing.
# No professional translator has read this yet, and every page says so."""
_PLACES = re.compile(r"%\((\w+)\)[sd]")
_TAGS = re.compile(r"</?[a-z][^<>]*>")


def languages() -> list[str]:
    """The languages that have a catalogue."""
    return sorted(path.name for path in LOCALE.iterdir() if path.is_dir() and list(path.glob("*.po")))


def kept(language: str) -> dict[str, str | tuple[str, ...]]:
    """What is translated, over all rooms: by its English, the words (several where it has a plural)."""
    found: dict[str, str | tuple[str, ...]] = {}
    for _path, catalogue in _read(language):
        for message in catalogue:
            if message.id:
                text = message.id[0] if isinstance(message.id, (list, tuple)) else message.id
                said = message.string
                found[text] = tuple(said) if isinstance(said, (list, tuple)) else str(said)
    return found


def faults(language: str, wanted: dict[str, Sentence]) -> list[str]:
    """What is wrong, a line each: what has no words yet, and words that lost or gained a part to be filled in."""
    held = kept(language)
    lines = []
    for text in sorted(wanted):
        said = held.get(text, "")
        each = said if isinstance(said, tuple) else (said,)
        if not all(each):
            lines.append(f"{wanted[text].room}: not translated: {text}")
        elif any(parts(one) - parts(text) or (parts(text) - parts(one) and len(each) == 1) for one in each):
            lines.append(f"{wanted[text].room}: other parts to be filled in, or other marks: {text}")
    return lines + [f"no page says this any more: {text}" for text in sorted(held) if text not in wanted]


def parts(text: str) -> set[str]:
    """What has to stand in a translation too: the names to be filled in, and marks such as a link with its address."""
    return {*_PLACES.findall(text), *_TAGS.findall(text)}


def write(language: str, wanted: dict[str, Sentence]) -> None:
    """Write each room's file anew: what is translated stays, what is new waits empty, what no page says is gone."""
    held = kept(language)
    by_room: dict[str, Catalog] = {}
    for text, sentence in sorted(wanted.items(), key=lambda one: (min(one[1].places), one[0])):
        catalogue = by_room.setdefault(sentence.room, _catalogue(language))
        said = held.get(text, "")
        places = [(place, None) for place in sorted(sentence.places)]
        if sentence.plural:
            some = said if isinstance(said, tuple) else ("",) * catalogue.num_plurals
            catalogue.add((text, sentence.plural), some, locations=places)  # type: ignore[arg-type]
        else:
            catalogue.add(text, said if isinstance(said, str) else "", locations=places)  # type: ignore[arg-type]
    folder = LOCALE / language
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("*.po"):
        if old.stem not in by_room:
            old.unlink()
    for room, catalogue in by_room.items():
        with (folder / f"{room}.po").open("wb") as file:
            write_po(file, catalogue, width=110, include_lineno=False, omit_header=False)


def make_ready() -> list[Path]:
    """Make of each language's files the one that pages are said from. It is never committed."""
    made = []
    for language in languages():
        whole = _catalogue(language)
        for _path, catalogue in _read(language):
            for message in catalogue:
                if message.id and all(
                    message.string if isinstance(message.string, tuple) else [message.string]
                ):
                    whole.add(message.id, message.string)
        target = LOCALE / language / "LC_MESSAGES" / "django.mo"
        target.parent.mkdir(exist_ok=True)
        # Written aside and put in place whole: another process may be reading it, or making it too.
        half = target.with_suffix(f".{os.getpid()}")
        with half.open("wb") as file:
            write_mo(file, whole)
        half.replace(target)
        made.append(target)
    return made


def _catalogue(language: str) -> Catalog:
    # No day of writing is kept: a catalogue changes only with its words.
    return Catalog(
        locale=language,
        project="Kith",
        version="1",
        fuzzy=False,
        header_comment=HEADER,
        creation_date=BEGAN,
        revision_date=BEGAN,
    )


def _read(language: str) -> Iterator[tuple[Path, Catalog]]:
    for path in sorted((LOCALE / language).glob("*.po")):
        with path.open("rb") as file:
            yield path, read_po(file, locale=language)
