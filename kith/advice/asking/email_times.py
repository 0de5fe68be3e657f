"""When an e-mail may come: the stretches that somebody said are safe, by England's clock."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from kith.advice.models import EmailHours
from kith.advice.opening.clock import LONDON

_WORKDAYS, _EVERY_DAY = range(1, 6), range(1, 8)
STRETCHES: dict[str, tuple[range, time, time]] = {
    EmailHours.SCHOOL: (_WORKDAYS, time(9, 30), time(14, 30)),
    EmailHours.DAY: (_WORKDAYS, time(9), time(17)),
    EmailHours.EVENING: (_EVERY_DAY, time(18), time(21)),
}


def safe_from(code: str, moment: datetime) -> datetime:
    """The moment itself where an e-mail is safe at it, else when it next is. Raises KeyError for no code of ours."""
    if code == EmailHours.ANY:
        return moment
    days, opens, closes = STRETCHES[code]
    today = moment.astimezone(LONDON).date()
    for ahead in range(8):
        day = today + timedelta(days=ahead)
        begins, ends = (datetime.combine(day, at, LONDON) for at in (opens, closes))
        if day.isoweekday() in days and moment < ends:
            return max(moment, begins)
    raise AssertionError("A week holds every stretch.")
