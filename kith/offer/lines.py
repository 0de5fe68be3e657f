"""Hours, numbers and places as people write them, one on a line. For forms and files."""

from __future__ import annotations

import re
from datetime import time
from decimal import Decimal, InvalidOperation

from kith.offer.shapes import CostFacts, HoursFacts, PhoneFacts, PlaceFacts
from kith.offer.words import DAYS, hours

_TIME = r"(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?"
_SPAN = re.compile(rf"{_TIME}\s*(?:-|–|to|until)\s*{_TIME}", re.IGNORECASE)
_NAMES = {day[:size].lower(): number for number, day in enumerate(DAYS, 1) for size in (3, len(day))}
_NAMES |= {"tues": 2, "thur": 4, "thurs": 4, "weds": 3}
_WORD = "|".join(sorted((rf"{name}s?" for name in _NAMES), key=len, reverse=True))
_RUN = re.compile(rf"\b({_WORD})\s*(?:-|–|to)\s*({_WORD})\b", re.IGNORECASE)
_DAY = re.compile(rf"\b({_WORD})\b", re.IGNORECASE)
_ALL = {"every day": range(1, 8), "daily": range(1, 8), "weekdays": range(1, 6), "weekends": range(6, 8)}


class LineError(ValueError):
    """A line cannot be read. The message says which, and how it is written."""


def hours_of(text: str) -> tuple[HoursFacts, ...]:
    """Lines such as "Monday to Friday 9:30-15:00, term time only". Raises LineError for a time that is none."""
    return tuple(_hours(line) for each in text.splitlines() if (line := each.strip()))


def _hours(line: str) -> HoursFacts:
    rest = line
    span = _SPAN.search(rest)
    opens = closes = None
    if span:
        first, second = span.group(1, 2, 3), span.group(4, 5, 6)
        half = second[2] if first[2] is None and second[2] and int(first[0]) <= 12 else first[2]
        # "9 to 3pm" begins in the morning.
        if first[2] is None and half == "pm" and int(first[0]) % 12 > int(second[0]) % 12:
            half = "am"
        opens, closes = _time(line, first[0], first[1], half), _time(line, *second)
        rest = rest.replace(span.group(), " ", 1)
    numbers: set[int] = set()
    for words, run in _ALL.items():
        if words in rest.lower():
            numbers |= set(run)
            rest = re.sub(words, " ", rest, flags=re.IGNORECASE)
    for found in _RUN.finditer(rest):
        first_day, last_day = (_number(each) for each in found.groups())
        numbers |= set(range(first_day, last_day + 1)) if first_day <= last_day else {first_day, last_day}
    rest = _RUN.sub(" ", rest)
    numbers |= {_number(found.group(1)) for found in _DAY.finditer(rest)}
    rest = _DAY.sub(" ", rest)
    words = re.sub(r"^(?:[\s,;:.]|and\b)+|[\s,;:.]+$", "", " ".join(rest.split()))
    return HoursFacts(tuple(sorted(numbers)), opens, closes, re.sub(r"\s+([,;.])", r"\1", words))


def _number(word: str) -> int:
    low = word.lower()
    return _NAMES.get(low) or _NAMES[low.removesuffix("s")]


def _time(line: str, hour: str, minute: str | None, half: str | None) -> time:
    at = int(hour)
    if half and at <= 12:
        at = at % 12 + (12 if half.lower() == "pm" else 0)
    try:
        return time(at, int(minute or 0))
    except ValueError as error:
        raise LineError(f"“{line[:60]}”: write hours like Monday to Friday 9:30-15:00.") from error


def phones_of(text: str) -> tuple[PhoneFacts, ...]:
    """Lines such as "01632 960001, weekday mornings"."""
    found = []
    for line in filter(None, (each.strip() for each in text.splitlines())):
        number, _, words = line.partition(",")
        found.append(PhoneFacts(number.strip(), words.strip()))
    return tuple(found)


def many(text: str) -> tuple[str, ...]:
    """What stands between semicolons."""
    return tuple(filter(None, (each.strip() for each in text.split(";"))))


def costs_of(text: str) -> tuple[CostFacts, ...]:
    """Such as "Free", "£2.50", or words; several with ; between them. Whether a sum can be is for `checking`."""
    return tuple(map(_cost, many(text)))


def _cost(told: str) -> CostFacts:
    if told.lower() == "free":
        return CostFacts(Decimal(0))
    try:
        return CostFacts(Decimal(told.lstrip("£")))
    except InvalidOperation:
        return CostFacts(None, told)


def places_of(text: str) -> tuple[PlaceFacts, ...]:
    """Lines such as "Elm Hall | 3 Kiln Garth | Pellbridge | KH6 1AA | Bus 4 stops outside"; the last may be left out.

    Raises LineError where parts are missing.
    """
    found = []
    for line in filter(None, (each.strip() for each in text.splitlines())):
        parts = [each.strip() for each in line.split("|")]
        if len(parts) not in (4, 5):
            raise LineError(
                f"“{line[:60]}”: write a place like Elm Hall | 3 Kiln Garth | Pellbridge | KH6 1AA | Bus 4 stops outside."
            )
        getting_here = parts[4] if len(parts) == 5 else ""
        found.append(PlaceFacts(parts[0], parts[1], parts[2], "", parts[3], getting_here=getting_here))
    return tuple(found)


def place_line(place: PlaceFacts) -> str:
    """A place as `places_of` reads it."""
    parts = (place.name, place.address, place.town, place.postcode, place.getting_here)
    told = [each.replace("|", "/") for each in parts]
    return " | ".join(told if told[4] else told[:4])


def as_lines(hours_told: tuple[HoursFacts, ...]) -> str:
    """Hours as `hours_of` reads them."""
    return "\n".join(_line(each) for each in hours_told)


def _line(each: HoursFacts) -> str:
    span = ""
    if each.opens and each.closes:
        span = f"{each.opens:%H:%M}-{each.closes:%H:%M}"
    said = hours(each.days, None, None).replace(" and ", ", ")
    return ", ".join(filter(None, [" ".join(filter(None, [said, span])), each.words]))
