"""Tells in one sweep whether a piece of CSV is so plain that most checks of its values can be left out."""

from __future__ import annotations

_REMARKABLE = b"<>.+"
"""Marks of HTML, and traces of a spreadsheet: 1.0 for 1, and 3.98768E+05 for an id."""
_UNREMARKABLE = bytes(code for code in range(0x20, 0x7F) if code not in _REMARKABLE) + b"\n"


def is_plain(chunk: bytes, delimiter: str) -> bool:
    """True when there is nothing but printable ASCII, without < > . and +, between delimiters."""
    return not chunk.translate(None, _UNREMARKABLE + delimiter.encode())
