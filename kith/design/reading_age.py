"""How hard English is to read: the grade of Flesch and Kincaid, from words, sentences and syllables."""

from __future__ import annotations

import re

_WORD = re.compile(r"[A-Za-z’']+|\d+")
_VOWELS = re.compile(r"[aeiouy]+")


def syllables(word: str) -> int:
    """As they are heard: runs of vowels, without an e that is silent at the end; a number is taken for two."""
    if word.isdigit():
        return 2
    low = word.lower()
    heard = len(_VOWELS.findall(low))
    silent = low.endswith("e") and not low.endswith(("le", "ee")) and heard > 1
    return max(1, heard - silent)


def grade(text: str) -> float:
    """0.39 (words / sentences) + 11.8 (syllables / words) - 15.59: the American school year that can read it."""
    sentences = [each for each in re.split(r"[.?!:]+", text) if _WORD.search(each)]
    words = _WORD.findall(text)
    heard = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * heard / len(words) - 15.59


def age_to_read(text: str) -> int | None:
    """The age in years at which most children can read it, in England: five more than the grade; None for no words."""
    return max(5, round(grade(text) + 5)) if _WORD.search(text) else None
