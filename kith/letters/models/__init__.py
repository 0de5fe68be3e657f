"""Templates as versions, letters as they were filed, each time that one left, and what became of it."""

from __future__ import annotations

from kith.letters.models.delivery import Carried, Delivery, State, Why
from kith.letters.models.letter import Letter, LetterKind
from kith.letters.models.sending import Posted, Sending, Way
from kith.letters.models.template import ForWhom, LetterTemplate
from kith.letters.models.word import WordTemplate

__all__ = [
    "Carried",
    "Delivery",
    "ForWhom",
    "Letter",
    "LetterKind",
    "LetterTemplate",
    "Posted",
    "Sending",
    "State",
    "Way",
    "Why",
    "WordTemplate",
]
