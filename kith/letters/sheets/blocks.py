"""What each name in a paper's template takes from the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType
from uuid import UUID

from kith.letters.parts import Part, facts
from kith.letters.sheets import meeting, people, plan, story
from kith.letters.sheets.genogram import genogram
from kith.letters.sheets.taken import Asked, Block, Taken

BY_HAND = ("What is decided", "Why", "Who does it, by when", "Name and day")


def by_hand(_asked: Asked) -> Block:
    """Lines that are left free on paper, for the manager's own hand."""

    def lay(_picked: Sequence[Taken], _readers: Sequence[UUID]) -> list[Part]:
        return [facts((each, "\n\n") for each in BY_HAND)]

    return Block((), lay, always=True)


MADE: Mapping[str, Callable[[Asked], Block]] = MappingProxyType(
    {
        "record.person": people.person,
        "record.around": people.around,
        "record.workers": people.workers,
        "record.reach": people.reach,
        "record.latest": story.latest,
        "record.changed": story.changed,
        "record.words": story.words,
        "record.goals": plan.goals,
        "record.steps": plan.steps,
        "record.due": plan.due,
        "record.chronology": story.chronology,
        "record.genogram": genogram,
        "meeting.facts": meeting.facts,
        "meeting.plan": meeting.plan,
        "meeting.answers": meeting.answers,
        "meeting.reviews": meeting.reviews,
        "manager.decides": by_hand,
    }
)
"""By the names in kith.letters.fields.BLOCKS: a test holds the two to each other."""
