"""One entry of the list, and what may not be in it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kith.design.wording.letters import words

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_PHRASE = 8
AT_MOST = 40
LONGEST = {"why": 300, "source": 300, "link": 300, "phrases": 80, "not_in": 80, "instead": 160, "key": 60}


@dataclass(frozen=True, slots=True)
class Entry:
    """Phrases that hurt, why, and what could be said instead.

    `key`: its name in addresses and in the history. `not_in`: longer phrases in which it means something else.
    `source`: who says so, in a line that a reader can look up; `link`: where, or empty.
    """

    key: str
    phrases: tuple[str, ...]
    not_in: tuple[str, ...]
    why: str
    instead: tuple[str, ...]
    source: str
    link: str = ""


def faults(entry: Entry) -> list[tuple[str, str, str]]:
    """What is wrong with an entry, as field, fault and remedy; nothing where it can be used."""
    found = []
    if not KEY.fullmatch(entry.key):
        found.append(("key", "this is no name for an entry", "Use small letters, figures and hyphens."))
    for field, remedy in (("phrases", "Give at least one."), ("instead", "Give one to three other words.")):
        if not getattr(entry, field):
            found.append((field, "nothing is here", remedy))
    for field, remedy in (("why", "Say in one line why it hurts."), ("source", "Say who says so.")):
        if not getattr(entry, field).strip():
            found.append((field, "nothing is here", remedy))
    if len(entry.instead) > 3:
        found.append(("instead", f"{len(entry.instead)} are too many", "Give one to three other words."))
    for field in ("phrases", "not_in"):
        if len(getattr(entry, field)) > AT_MOST:
            found.append((field, f"{len(getattr(entry, field))} are too many", f"Give at most {AT_MOST}."))
        for phrase in getattr(entry, field):
            if not 1 <= len(words(phrase)) <= LONGEST_PHRASE:
                remedy = f"Use one to {LONGEST_PHRASE} words, of letters and figures."
                found.append((field, f"{phrase!r} cannot be looked for", remedy))
    if entry.link and not re.fullmatch(r"https://[^\s/]+\.[^\s]+", entry.link):
        found.append(("link", "this is no address of a page", "Begin with https://, or leave it out."))
    return found + _too_long(entry)


def _too_long(entry: Entry) -> list[tuple[str, str, str]]:
    """Lines that would not fit beside a box."""
    found = []
    for field, most in LONGEST.items():
        value = getattr(entry, field)
        if any(len(each) > most for each in ((value,) if isinstance(value, str) else value)):
            found.append((field, "this is too long", f"Use at most {most} letters a line."))
    return found
