"""The parts of a letter or document: what pages, PDF and docx are all laid out from.

A part is plain data, so that it is kept as it was filed:
    {"part": "heading" | "text" | "points" | "facts" | "table", ...}
text: `words`; heading: `words`; points: `points` (list of str); facts: `rows` (list of [name, value]); table: `head`
(list of str), `rows` (list of lists of str), `widths` (list of int, in hundredths).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

Part = dict[str, Any]

# What is kept beside a part of a paper and stands on none: where its lines come from, what was typed for it.
BESIDE = ("ids", "from", "boxes")


def bare(part: Part) -> Part:
    """The part as it stands on paper."""
    return {name: each for name, each in part.items() if name not in BESIDE}


def heading(words: str) -> Part:
    """A heading."""
    return {"part": "heading", "words": words}


def text(words: str) -> Part:
    """A paragraph; its line breaks are kept."""
    return {"part": "text", "words": words}


def points(lines: Iterable[str]) -> Part:
    """A list with a dot before each line."""
    return {"part": "points", "points": list(lines)}


def facts(rows: Iterable[tuple[str, str]]) -> Part:
    """Names of facts beside what they are."""
    return {"part": "facts", "rows": [list(row) for row in rows]}


def table(head: Iterable[str], rows: Iterable[Iterable[str]], widths: Iterable[int]) -> Part:
    """A table; `widths` in hundredths of the line."""
    return {"part": "table", "head": list(head), "rows": [list(row) for row in rows], "widths": list(widths)}


def parts_of(typed: str) -> list[Part]:
    """What a worker typed, laid out: blank lines part paragraphs, # begins a heading, - a point."""
    found: list[Part] = []
    open_lines: list[str] = []
    for line in [*typed.replace("\r\n", "\n").split("\n"), ""]:
        bare = line.strip()
        if open_lines and (not bare or bare.startswith(("# ", "- "))):
            found.append(text("\n".join(open_lines)))
            open_lines = []
        if bare.startswith("# "):
            found.append(heading(bare[2:].strip()))
        elif bare.startswith("- "):
            if not (found and found[-1]["part"] == "points" and _goes_on(found[-1])):
                found.append(points([]) | {"open": True})
            found[-1]["points"].append(bare[2:].strip())
        elif bare:
            open_lines.append(bare)
        elif found:
            found[-1].pop("open", None)
    for each in found:
        each.pop("open", None)
    return found


def _goes_on(part: Part) -> bool:
    return bool(part.get("open"))


def words_in(content: Iterable[Part]) -> Iterator[str]:
    """Every piece of words that stands in these parts."""
    for part in content:
        for key in ("words", "points", "rows", "head"):
            yield from _strings(part.get(key, ""))


def _strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        if value:
            yield value
    else:
        for each in value:
            yield from _strings(each)
