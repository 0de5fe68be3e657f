"""What a measure is: one question, the states in which a unit of it can stand, and where its facts are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

FACTS = Path(__file__).with_name("measured")


@dataclass(frozen=True, slots=True)
class State:
    """A way in which a unit can stand. `good`: True counts for the share, False against it, None is left out."""

    code: str
    word: str
    shape: str
    good: bool | None


@dataclass(frozen=True, slots=True)
class Measure:
    """One question, what its numbers count, since when, and what they cannot know.

    `share` completes "53 of every 100 ...": of the states that count for it and against it. `settle` makes a state of
    what its SQL told, where SQL alone cannot.
    """

    code: str
    title: str
    counts: str
    when: str
    missing: str
    share: str
    states: tuple[State, ...]
    settle: Callable[[str], str] | None = None

    @property
    def facts(self) -> str:
        """The SQL of its facts."""
        return (FACTS / f"{self.code}.sql").read_text(encoding="utf-8")

    def state(self, code: str) -> State | None:
        return next((each for each in self.states if each.code == code), None)
