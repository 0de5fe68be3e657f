"""Tells in one sweep how plain a piece of CSV is, so that checks that it cannot fail are left out."""

from __future__ import annotations

from typing import Literal

Texture = Literal["plain", "printable", "any"]
"""plain: printable ASCII without < > . and +, so nothing hidden and no trace of a spreadsheet (1.0 for 1,
3.98768E+05 for an id). printable: printable ASCII, so nothing but spaces to trim. any: the rest."""

_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\n"
_PLAIN = bytes(code for code in _PRINTABLE if code not in b"<>.+")


def texture(chunk: bytes, delimiter: str) -> Texture:
    """The plainest texture that all of a chunk has, delimiters and line ends apart."""
    left = chunk.translate(None, _PLAIN + delimiter.encode())
    if not left:
        return "plain"
    return "any" if left.translate(None, _PRINTABLE) else "printable"
