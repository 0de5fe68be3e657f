"""What pages read of letters."""

from __future__ import annotations

from kith.letters.queries.lists import LetterLine, SendingLine, letters_of, on_page, sendings_of, to_post
from kith.letters.queries.sources import Source, sources_of

__all__ = [
    "LetterLine",
    "SendingLine",
    "Source",
    "letters_of",
    "on_page",
    "sendings_of",
    "sources_of",
    "to_post",
]
