"""What a service's parts are in plain words: ages, hours, cost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time

from django.utils.translation import gettext

from kith.design.dates import plain_time
from kith.marked import marked

DAYS = (
    marked("Monday"),
    marked("Tuesday"),
    marked("Wednesday"),
    marked("Thursday"),
    marked("Friday"),
    marked("Saturday"),
    marked("Sunday"),
)
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OLDEST = 25
"""Years of age up to which a search may ask."""


def ages(minimum: int | None, maximum: int | None) -> str:
    """Such as "1 to 4", "from 16", "up to 25"; "" where it is for every age."""
    if minimum and maximum is not None:
        return _span(str(minimum), str(maximum)) if minimum != maximum else str(minimum)
    if maximum is not None:
        return gettext("up to %(last)s") % {"last": maximum}
    return gettext("from %(first)s") % {"first": minimum} if minimum else ""


def days(numbers: Sequence[int]) -> str:
    """Such as "Monday to Friday" or "Tuesday and Saturday"; "" for none."""
    run = sorted({each for each in numbers if 1 <= each <= 7})
    names = [gettext(DAYS[each - 1]) for each in run]
    if len(run) == 7:
        return gettext("Every day")
    if len(run) > 2 and run[-1] - run[0] == len(run) - 1:
        return _span(names[0], names[-1])
    if len(names) < 2:
        return "".join(names)
    return gettext("%(some)s and %(last)s") % {"some": ", ".join(names[:-1]), "last": names[-1]}


def clock(at: time | None) -> str:
    """Such as 9:30am, 1pm, midday; "" for none."""
    return "" if at is None else plain_time(datetime.combine(date(2000, 1, 1), at))


def hours(numbers: Sequence[int], opens: time | None, closes: time | None, words: str = "") -> str:
    """One line of opening hours."""
    span = ""
    if opens:
        span = (
            _span(clock(opens), clock(closes))
            if closes
            else gettext("from %(first)s") % {"first": clock(opens)}
        )
    return ", ".join(filter(None, [days(numbers), span, words]))


def miles(metres: float) -> str:
    """About how far, as nobody can tell more from the middles of postcodes."""
    far = metres / 1609.3
    if far < 2:
        return gettext("less than 2 miles away")
    return gettext("about %(miles)s miles away") % {"miles": round(far)}


def _span(first: str, last: str) -> str:
    return gettext("%(first)s to %(last)s") % {"first": first, "last": last}
