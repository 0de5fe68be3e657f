"""Templates as versions, letters as they were filed, and each time that one left."""

from __future__ import annotations

from kith.letters.models.letter import Letter, LetterKind
from kith.letters.models.sending import Posted, Sending, Way
from kith.letters.models.template import ForWhom, LetterTemplate
from kith.letters.models.word import WordTemplate

__all__ = ["ForWhom", "Letter", "LetterKind", "LetterTemplate", "Posted", "Sending", "Way", "WordTemplate"]
