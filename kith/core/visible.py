"""Text for a terminal: what cannot be seen, or would command the terminal, is shown by its number."""

from __future__ import annotations

import unicodedata

# Controls, marks that turn the writing round, and halves of letters that come of names that are not UTF-8.
_UNSEEN = frozenset({"Cc", "Cf", "Co", "Cs"})


def visible(text: str) -> str:
    """The text on one line, with each such character as [U+001B]."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"[U+{ord(letter):04X}]" if unicodedata.category(letter) in _UNSEEN else letter for letter in text
    )


def shown(value: str, width: int = 40) -> str:
    """A value made safe to print: invisible characters by their number, long ones cut."""
    safe = visible(value[: width + 1])
    return f"“{safe[:width]}…” ({len(value)} characters)" if len(value) > width else f"“{safe}”"
