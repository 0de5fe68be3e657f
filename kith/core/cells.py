"""Text for the cells of a spreadsheet, which would run as a formula what only looks like one."""

from __future__ import annotations

_BEGINS = frozenset("=+-@")
_ODD = frozenset("\t\r")


def starts_a_formula(text: str) -> bool:
    """Whether a spreadsheet would take this for a formula, were it written plain."""
    return text.lstrip()[:1] in _BEGINS or text[:1] in _ODD


def harmless(text: str) -> str:
    """The text, with an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if starts_a_formula(text) else text
