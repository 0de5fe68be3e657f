"""What in a post may tell who a child or family is: names, schools, places, days, numbers. People judge it.

Children in proceedings must not be identifiable (Children Act 1989 s97, Administration of Justice Act 1960 s12). Found is
rather too much than too little: a moderator leaves standing what tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from kith.marked import marked

KINDS = {
    "name": marked("a name"),
    "school": marked("a school or nursery"),
    "place": marked("a place"),
    "date": marked("a day or birthday"),
    "number": marked("a number, address or link"),
    "court": marked("a court or its number"),
}
# What stands in the place of what was taken out: boards are in English.
INSTEAD = {
    "name": "name",
    "school": "school",
    "place": "place",
    "date": "day",
    "number": "number",
    "court": "court",
}
# Everything repeats a set number of times at most: a post made to be slow takes no longer than another.
_CAP = r"[A-Z][\w’'-]{1,40}"
_NAMED = rf"{_CAP}(?:\s(?:(?:of|the|and|St\.?)\s)?{_CAP}){{0,6}}"
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
_NTH = r"\d{1,2}(?:st|nd|rd|th)?"
_TIES = (
    r"(?:son|daughter|girl|boy|baby|child|grandson|granddaughter|nephew|niece|sister|brother|husband|wife|partner|ex|mum"
    r"|dad|mother|father|social worker|judge|guardian|solicitor|teacher|foster carer)"
)
_SCHOOLS = r"(?:Primary|Infants?|Juniors?|High|Secondary|Grammar|Academy|School|College|Nursery|Pre-?school|Playgroup)"
_STREETS = (
    r"(?:Road|Street|Avenue|Lane|Close|Drive|Crescent|Terrace|Way|Court|Gardens|Grove|Place|Hill|Park|Estate)"
)
# In order: what is found first keeps its span.
_PATTERNS: tuple[tuple[str, str, int], ...] = (
    ("number", r"[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}|https?://\S+|\bwww\.\S+|(?<!\w)@\w{3,}", 0),
    ("court", r"\b[A-Z]{2}\s?\d{2}\s?[CPZ]\s?\d{5}\b", 0),
    ("court", rf"\b(?:{_CAP}\s+){{1,5}}(?:Family|County|Crown|Magistrates[’']?)\s+Court\b", 0),
    ("court", rf"\bcourt\s+(?:in|at)\s+{_NAMED}", 0),
    ("school", rf"\b(?:St\.?\s+)?(?:{_CAP}\s+){{1,4}}{_SCHOOLS}(?:\s+{_SCHOOLS}){{0,3}}\b", 0),
    ("school", r"\b(?:at|to|from)\s+(st\.?\s+[a-z]{3,20}(?:[’']s)?)\b", re.IGNORECASE),
    ("place", rf"\b\d+[a-z]?\s+(?:{_CAP}\s+){{1,3}}{_STREETS}\b|\b(?:{_CAP}\s+){{1,3}}{_STREETS}\b", 0),
    ("place", r"\b[A-Z]{1,2}\d[\dA-Z]?\s?\d[A-Z]{2}\b", re.IGNORECASE),
    ("date", rf"\b{_NTH}\s+(?:of\s+)?{_MONTH}(?:\s+\d{{4}})?\b|\b{_MONTH}\s+{_NTH}(?:,?\s+\d{{4}})?\b", re.IGNORECASE),
    ("date", r"\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b", 0),
    ("number", r"(?<!\d)(?:\+44|0)[\d\s().-]{8,14}\d\b|\b\d{7,}\b", 0),
    ("name", rf"\b(?:[Mm]y|[Oo]ur|[Hh]is|[Hh]er|[Tt]he|[Tt]heir)\s+{_TIES},?\s+({_CAP}(?:\s+{_CAP}){{0,4}})", 0),
    ("name", rf"\b(?:called|named|name is|name[’']s|names are)\s+({_CAP}(?:(?:\s+and)?\s+{_CAP}){{0,6}})", 0),
    ("name", rf"\b(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r|[Jj]udge|[Nn]an|[Aa]unty?|[Uu]ncle)\.?\s+{_CAP}", 0),
    ("place", rf"\b(?:in|at|from|near|to)\s+({_CAP}(?:\s+{_CAP}){{0,4}})", 0),
)  # fmt: skip
_WORD = re.compile(r"[^\W\d_][\w’'-]*")


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that may tell who somebody is: where it stands, what kind, its words."""

    start: int
    end: int
    kind: str
    words: str


def marks(text: str) -> list[Mark]:
    """Everything that may tell, in the order of the text; no two overlap."""
    found = _Found(text)
    for kind, pattern, flags in _PATTERNS:
        for hit in re.finditer(pattern, text, flags):
            group = 1 if hit.re.groups else 0
            found.add(hit.start(group), hit.end(group), kind)
    for start, end in _first_names(text):
        found.add(start, end, "name")
    # What is a name once is one everywhere: a child named at the start is named again at the end.
    known = {each.words.lower() for each in found.marks if each.kind == "name"}
    for hit in _WORD.finditer(text):
        for end in (hit.end(), hit.start() + len(_bare(hit.group()))):
            if text[hit.start() : end].lower() in known:
                found.add(hit.start(), end, "name")
    for several in sorted(each for each in known if " " in each)[:50]:
        for hit in re.finditer(rf"\b{re.escape(several)}\b", text, re.IGNORECASE):
            found.add(hit.start(), hit.end(), "name")
    return sorted(found.marks, key=lambda each: each.start)


def without(text: str, out: dict[str, str]) -> str:
    """The text with these words taken out wherever they stand, each by a word for its kind: Tyler by [name].

    A name goes with what hangs on it (Tyler-James), without its apostrophe (Tylers) and spelt letter by letter.
    """
    for words in sorted(out, key=len, reverse=True):
        whole = rf"(?<!\w){re.escape(words)}(?!\w)"
        if out[words] == "name" and words.isalpha() and len(words) > 2:
            apart = r"[\s.*_-]{1,3}".join(map(re.escape, words))
            whole = rf"(?<!\w)(?:\w{{1,40}}-)?(?:{re.escape(words)}s?(?:-\w{{1,40}})?|{apart})(?!\w)"
        text = re.sub(whole, f"[{INSTEAD.get(out[words], 'taken out')}]", text, flags=re.IGNORECASE)
    return text


class _Found:
    """What was found so far, and which signs of the text it covers."""

    def __init__(self, text: str) -> None:
        self.text, self.marks, self._covered = text, list[Mark](), bytearray(len(text))

    def add(self, start: int, end: int, kind: str) -> None:
        """Another, unless it stands on one that was found before or tells nobody."""
        words = self.text[start:end]
        if not words.strip() or any(self._covered[start:end]):
            return
        if kind in {"name", "place"} and all(each.lower() in _plain() for each in words.split()):
            return
        self._covered[start:end] = b"\1" * (end - start)
        self.marks.append(Mark(start, end, kind, words))


def _bare(word: str) -> str:
    """A word without its 's."""
    return re.sub(r"[’']s$", "", word)


def _first_names(text: str) -> Iterator[tuple[int, int]]:
    """Words that are given names, whatever their letters' size; and words with a capital inside a sentence."""
    for hit in _WORD.finditer(text):
        word = hit.group()
        bare = _bare(word)
        end = hit.start() + len(bare)
        low = bare.lower()
        if low in _plain():
            continue
        if "-" in bare and any(each in given_names() and each not in _words() for each in low.split("-")):
            yield hit.start(), end
            continue
        before = text[: hit.start()].rstrip(' \t"“‘(')
        inside = bool(before) and before[-1] not in ".!?\n:•-"
        common = low in _words()
        if (
            bare[0].isupper() and (low in given_names() or (inside and not common and not bare.isupper()))
        ) or (low in given_names() and not common):
            yield hit.start(), end


@cache
def _held(name: str) -> frozenset[str]:
    return frozenset((files("kith.advice.forum") / name).read_text(encoding="utf-8").split())


def given_names() -> frozenset[str]:
    """Given names common in England, in small letters."""
    return _held("given_names.txt")


def _words() -> frozenset[str]:
    """Given names that are words as well: only with a capital are they names."""
    return _held("names_and_words.txt")


def _plain() -> frozenset[str]:
    """What stands with a capital and tells nobody."""
    return _held("tell_nobody.txt")
