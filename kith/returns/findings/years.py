"""Which returns of which years are checked on a day."""

from __future__ import annotations

import datetime as dt

from kith.returns.checking.errors import CheckError
from kith.returns.checking.years import window as held
from kith.returns.codes import ReturnKind
from kith.returns.codes.windows import collection_year, year_of
from kith.returns.writing import Window, window_of

KINDS: tuple[ReturnKind, ...] = ("ssda903", "cin")
NAMES: dict[str, str] = {"ssda903": "Children looked after (SSDA903)", "cin": "Children in need census"}
SENT_BY_END_OF = 7
"""Both returns of a year to 31 March are sent and mended until July: DfE's timetables of both collections."""


def years_live(kind: ReturnKind, today: dt.date) -> list[Window]:
    """The collection year under way, and until July the one before, the latest first; none whose rules are not held."""
    this = year_of(today)
    starts = [this, this - 1] if 4 <= today.month <= SENT_BY_END_OF else [this]
    found = []
    for start in starts:
        year = collection_year(start)
        try:
            held(kind, year)
        except CheckError:
            continue
        found.append(window_of(year, today=today))
    return found
