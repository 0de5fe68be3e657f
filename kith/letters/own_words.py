"""Somebody's own words in what leaves: their writer said yes to it, in their words or in ours."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from uuid import UUID

from kith.core.action import CannotBeError
from kith.design.dates import london_day, short_date
from kith.letters.models import LetterKind
from kith.letters.models.letter import FOR_STAFF
from kith.story.models import Event
from kith.story.models.words_use import Say, Use
from kith.story.queries.parts import passages_of
from kith.story.queries.uses import says_of

WHERE = {Use.LETTER: "a letter or a report", Use.COURT: "court papers"}
# Fewer words in a row than this anybody may say by themselves.
QUOTE = 3
# As far as a line of a chronology or a paper is never cut short.
BEGINS = 60


def use_of(kind: str, *, readers: bool) -> Use | None:
    """What its writer is asked for, of own words in this kind of letter or paper; None where workers alone read it."""
    if kind in FOR_STAFF and not readers:
        return None
    return Use.COURT if kind == LetterKind.EVIDENCE else Use.LETTER


def why_not(said: str, use: Use) -> str:
    """Why a line of own words waits to be asked about or worded anew; empty after “yes, in my words”."""
    match said:
        case Say.OWN.value:
            return ""
        case Say.OTHER.value:
            return "They said: yes, but in your words. Leave it out, and write it in yours"
        case Say.NO.value:
            return f"They said: not at all in {WHERE[use]}"
        case _:
            return f"Ask them first if it may be in {WHERE[use]}"


def refuse_unasked(made_of: Sequence[UUID], use: Use | None, words: Iterable[str]) -> list[UUID]:
    """Own words that came by the family's door go as their writer last said. Four queries at most.

    Returns those that stand in it word for word: their writer may yet say “but in yours”.
    Raises CannotBeError, naming whose words and the remedy: for a no, for no answer, and for words that are quoted
    though the writer said “in yours”.
    """
    said = says_of(made_of, use) if use else {}
    if not said:
        return []
    events = {each.id: each for each in Event.objects.filter(id__in=list(said)).order_by("happened_at", "id")}
    for event in events.values():
        if said[event.id] not in {Say.OWN, Say.OTHER}:
            answer = f"said “{Say.NO.label}”" if said[event.id] == Say.NO else "did not say yes yet"
            raise CannotBeError(
                f"Ask them first: {_whose(event)}, came from the writer’s own page, and they {answer} to "
                f"{WHERE[Use(use or Use.LETTER)]}. Ask beside the words on the story, or leave this out."
            )
    whole = _bare(" \n ".join(words))
    quoted = [
        event
        for event, found in passages_of(events).items()
        if any(piece in whole for each in found for piece in _pieces(each.text))
    ]
    for each in quoted:
        if said[each] == Say.OTHER:
            raise CannotBeError(
                f"Say it in your own words: of {_whose(events[each])}, the writer said “Yes, but in your words”. "
                "Take out what is quoted."
            )
    return quoted


def _whose(event: Event) -> str:
    return f"“{event.title}”, {short_date(london_day(event.happened_at))}"


def _pieces(text: str) -> list[str]:
    """The beginning of the words, and of each sentence of them, as they would be found in a quotation."""
    found = [_bare(each) for each in (text, *re.split(r"[.!?\n]+", text))]
    return [f"{each[:BEGINS].rstrip()}" for each in found if len(each.split()) >= QUOTE]


def _bare(words: str) -> str:
    """Words alone, a space before each: quotation marks, commas and capitals hide no quotation."""
    return "".join(f" {each}" for each in re.findall(r"[^\W_]+", words.lower()))
