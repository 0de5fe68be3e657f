"""What pages read of letters."""

from __future__ import annotations

from kith.letters.queries.lists import LetterLine, SendingLine, letters_of, on_page, sendings_of, to_post

__all__ = ["LetterLine", "SendingLine", "letters_of", "on_page", "sendings_of", "to_post"]
