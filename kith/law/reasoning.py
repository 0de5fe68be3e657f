"""Why a duty is due when it is: the steps, in words that a family or a court can follow."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

StepKind = Literal[
    "fact",
    "rule",
    "arithmetic",
    "holidays",
    "paused",
    "said",
    "record",
    "met",
    "excuse",
    "force",
    "source",
    "sure",
]


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reasoning: what kind it is, what it says and, of a source, where it can be read."""

    kind: StepKind
    text: str
    link: str = ""


@lru_cache(maxsize=65_536)
def plain(day: date) -> str:
    """A day in the words of a page: Monday 3 March 2025."""
    return f"{day:%A} {day.day} {day:%B %Y}"
