"""What a service's parts are in plain words: ages, hours, cost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OLDEST = 25
"""Years of age up to which a search may ask."""


def ages(minimum: int | None, maximum: int | None) -> str:
    """Such as "0 to 4", "from 16", "up to 25"; "" where it is for every age."""
    if minimum and maximum is not None:
        return f"{minimum} to {maximum}" if minimum != maximum else str(minimum)
    if maximum is not None:
        return f"up to {maximum}"
    return f"from {minimum}" if minimum else ""


def days(numbers: Sequence[int]) -> str:
    """Such as "Monday to Friday" or "Tuesday and Saturday"; "" for none."""
    run = sorted({each for each in numbers if 1 <= each <= 7})
    names = [DAYS[each - 1] for each in run]
    if len(run) == 7:
        return "Every day"
    if len(run) > 2 and run[-1] - run[0] == len(run) - 1:
        return f"{names[0]} to {names[-1]}"
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1] if names else ""]))


def clock(at: time | None) -> str:
    """Such as 9.30am, 1pm, midday; "" for none."""
    if at is None:
        return ""
    if (at.hour, at.minute) == (12, 0):
        return "midday"
    hour = at.hour % 12 or 12
    return f"{hour}{f'.{at.minute:02d}' if at.minute else ''}{'am' if at.hour < 12 else 'pm'}"


def hours(numbers: Sequence[int], opens: time | None, closes: time | None, words: str = "") -> str:
    """One line of opening hours."""
    span = (
        f"{clock(opens)} to {clock(closes)}"
        if opens and closes
        else (f"from {clock(opens)}" if opens else "")
    )
    said = ", ".join(filter(None, [days(numbers), span]))
    return ". ".join(filter(None, [said, words]))


def miles(metres: float) -> str:
    """About how far, as nobody can tell more from the middles of postcodes."""
    far = metres / 1609.3
    return "less than 2 miles away" if far < 2 else f"about {round(far)} miles away"
