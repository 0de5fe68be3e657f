"""What the writes of this room share."""

from __future__ import annotations

from datetime import date

from kith.core.action import CannotBeError
from kith.design.dates import today
from kith.story.writing import clean_text

NOT_HERE = "There is nothing like this here, or it is not open to you."


def words_of(typed: str, longest: int = 1000) -> str:
    """Somebody's words, tidied, as long as there is room for them."""
    return clean_text(typed).strip()[:longest]


def needed(typed: str, message: str, field: str, longest: int = 1000) -> str:
    """The same; raises CannotBeError where there are none."""
    said = words_of(typed, longest)
    if not said:
        raise CannotBeError(message, field=field)
    return said


def not_to_come(on: date, field: str = "on") -> date:
    """A day that is here or past. Raises CannotBeError."""
    if on > today():
        raise CannotBeError("This day is still to come.", field=field)
    return on


def to_come(on: date | None, field: str, message: str = "Choose a day that is still to come.") -> date:
    """A day after today. Raises CannotBeError."""
    if on is None or on <= today():
        raise CannotBeError(message, field=field)
    return on
