"""Where a text says what the list has other words for. The browser does the same in static/kith/wording.mjs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kith.design.wording.entry import Entry
from kith.design.wording.letters import Word, unquoted, words


@dataclass(frozen=True, slots=True)
class Hint:
    """What somebody wrote, as they wrote it, and the entry that has other words for it."""

    wrote: str
    entry: Entry


@dataclass(frozen=True, slots=True)
class _Phrase:
    words: tuple[str, ...]
    entry: Entry
    means_else: bool


Phrases = dict[str, list[_Phrase]]


def hints(text: str, entries: Iterable[Entry]) -> tuple[Hint, ...]:
    """Each entry that the text runs into, once, in the order of the text; what is in quotation marks is left alone."""
    phrases = _by_first_word(entries)
    found: dict[str, Hint] = {}
    for paragraph in unquoted(text):
        for hint in _in_paragraph(paragraph, phrases):
            found.setdefault(hint.entry.key, hint)
    return tuple(found.values())


def _by_first_word(entries: Iterable[Entry]) -> Phrases:
    """Phrases by the word that they begin with, the longest first."""
    phrases: Phrases = {}
    for entry in entries:
        for group, means_else in ((entry.not_in, True), (entry.phrases, False)):
            for phrase in group:
                said = tuple(each.says for each in words(phrase))
                if said:
                    phrases.setdefault(said[0], []).append(_Phrase(said, entry, means_else))
    for each in phrases.values():
        each.sort(key=lambda phrase: -len(phrase.words))
    return phrases


def _in_paragraph(paragraph: str, phrases: Phrases) -> list[Hint]:
    held = words(paragraph)
    standing = [
        (n, n + len(phrase.words), phrase)
        for n, word in enumerate(held)
        for phrase in phrases.get(word.says, ())
        if _stands(held, n, phrase.words)
    ]
    found: list[Hint] = []
    after = 0
    for start, end, phrase in standing:
        if phrase.means_else or start < after or _means_else(start, end, phrase.entry, standing):
            continue
        found.append(Hint(paragraph[held[start].start : held[end - 1].end], phrase.entry))
        after = end
    return found


def _stands(held: Sequence[Word], at: int, phrase: tuple[str, ...]) -> bool:
    run = held[at : at + len(phrase)]
    return tuple(each.says for each in run) == phrase and all(each.joined for each in run[1:])


def _means_else(start: int, end: int, entry: Entry, standing: list[tuple[int, int, _Phrase]]) -> bool:
    return any(
        phrase.means_else and phrase.entry.key == entry.key and first <= start and end <= last
        for first, last, phrase in standing
    )
