"""Text cut into words, the same here as in the browser (static/kith/wording.mjs), with what was quoted left out.

Which letters make a word is written out, since Python's and a browser's own idea of a letter differ by version.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LETTER = "0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3040-\ud7ff\uf900-\ufaff"
_WORD = re.compile(f"[{_LETTER}]+(?:['\u2019][{_LETTER}]+)*")
# What may stand between two words of one phrase: spaces, the end of a line, hyphens.
_JOINS = re.compile("[ \t\n\u00a0\u2010\u2011-]+")
_PARAGRAPHS = re.compile("\n[ \t]*\n")
# A quotation that is not closed yet runs to the end of its paragraph: it is being typed.
_QUOTED = re.compile(
    '\u201c[^\u201d]*(?:\u201d|\\Z)|"[^"]*(?:"|\\Z)|\u00ab[^\u00bb]*(?:\u00bb|\\Z)'
    f"|(?<![{_LETTER}])['\u2018](?![ \t\n'\u2019])(?:[^'\u2019]|['\u2019](?=[{_LETTER}]))*"
    f"['\u2019](?![{_LETTER}])"
)
_CUT = "\x00"


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text. `says`: in small letters, without a possessive ending; `joined`: to the word before."""

    says: str
    start: int
    end: int
    joined: bool


def unquoted(text: str) -> list[str]:
    """The paragraphs of a text, with a cut in the place of each quotation."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return [_QUOTED.sub(_CUT, each) for each in _PARAGRAPHS.split(lines)]


def words(paragraph: str) -> list[Word]:
    """The words of a paragraph in their order."""
    found: list[Word] = []
    last = 0
    for each in _WORD.finditer(paragraph):
        says = each[0].lower().replace("\u2019", "'").removesuffix("'s")
        joined = bool(found) and _JOINS.fullmatch(paragraph, last, each.start()) is not None
        found.append(Word(says, each.start(), each.end(), joined))
        last = each.end()
    return found
