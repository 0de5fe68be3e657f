"""The ways in which a duty can stand, in words and shapes: never by colour alone."""

from __future__ import annotations

from typing import NamedTuple


class State(NamedTuple):
    """A state's name in code and addresses, what pages call it, its shape beside the word, and the long form."""

    code: str
    word: str
    shape: str
    says: str


STATES = (
    State("met", "Done in time", "●", "Done on or before the last day."),
    State("untimely", "Not in time", "▲", "The last day passed before it was done."),
    State("excused", "Not needed", "○", "A fact that the law names excused it, or it ended first."),
    State("due", "Not due yet", "◇", "The last day has not come."),
)
PARTS = (
    State("late", "late, still to do", "△", "The last day passed, and it can still be done."),
    State("met_late", "done late", "◐", "Done, but after the last day."),
    State("missed", "never done", "■", "It cannot be done any more: what started it is over."),
)
"""What "not in time" is made of."""
PART_CODES = tuple(each.code for each in PARTS)
CODES = (*(each.code for each in STATES), *PART_CODES)
BY_CODE = {each.code: each for each in (*STATES, *PARTS)}
