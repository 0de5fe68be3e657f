"""What Annex A says for the record's codes, as SQL."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from kith.returns.extract.listing import Column

_RULES = ("blank", "otherwise")


@cache
def sets_of_words() -> dict[str, dict[str, Any]]:
    """Name of a set to its words: each word to the codes it stands for, `blank` and `otherwise` to a word."""
    text = (files("kith.returns.annex_a") / "words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def said(column: Column) -> str:
    """SQL of what a column of a list says. Raises KeyError for a set of words that there is not."""
    if not column.how:
        return f"({column.sql})"
    words = sets_of_words()[column.how]
    whens = " ".join(
        f"WHEN {_text(code)} THEN {_text(word)}"
        for word, codes in words.items()
        if word not in _RULES
        for code in codes
    )
    blank = _text(words["blank"]) if "blank" in words else "NULL"
    otherwise = _text(words["otherwise"]) if "otherwise" in words else "NULL"
    empty = f" WHEN '' THEN {blank}" if "blank" in words else ""
    nothing = f"CASE WHEN ({column.sql}) IS NULL THEN {blank} ELSE {otherwise} END"
    return f"CASE ({column.sql})::text {whens}{empty} ELSE {nothing} END"


def _text(word: str) -> str:
    return "'" + word.replace("'", "''").replace("%", "%%") + "'"
