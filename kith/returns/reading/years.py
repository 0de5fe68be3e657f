"""The collection year of a file: from its name, else from the dates it holds, else not told.

A collection year runs from 1 April to 31 March and is written "2017-18". A name with both years ("2017-18",
"2017_2018", "201718") says it. A name with one year may mean the year that starts or that ends in it, so the
dates decide: every episode that ceases in a return ceases within its collection year (SSDA903 guide), so the
year in which most DEC dates lie is the year. Where few have ceased and no name says it, it is the last year in which
several began. When name and dates disagree the dates win, and it is said.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from kith.returns.codes.windows import EARLIEST_COLLECTION, collection_year, year_of

ENOUGH_DATES = 3
CLEAR_SHARE = 0.8

_PAIR = re.compile(r"(?<!\d)(20\d\d)[-_ /]?(?:20)?(\d\d)(?!\d)")
_SINGLE = re.compile(r"(?<!\d)(20\d\d)(?!\d)")


@dataclass(frozen=True, slots=True)
class Verdict:
    """`start` is the calendar year of 1 April, None when it cannot be told; `remark` is for a person."""

    start: int | None
    remark: str | None = None

    @property
    def year(self) -> str | None:
        return None if self.start is None else collection_year(self.start)


def said_by_name(path: str) -> tuple[int | None, int | None]:
    """The start year that a path names outright, or else a single year that it mentions.

    The part nearest to the file counts first; a folder "2017-18" settles what "2017" in the name means.
    """
    single = None
    for part in reversed(path.split("/")):
        pairs = [int(a) for a, b in _PAIR.findall(part) if (int(a) + 1) % 100 == int(b)]
        if pairs:
            settles = single is None or single in (pairs[-1], pairs[-1] + 1)
            return (pairs[-1], None) if settles else (None, single)
        singles = _SINGLE.findall(part)
        if singles and single is None:
            single = int(singles[-1])
    return None, single


def said_by_dates(days: Iterable[dt.date]) -> int | None:
    """The collection year in which nearly all days lie, or None when they are few or scattered."""
    counts = Counter(year_of(day) for day in days)
    total = sum(counts.values())
    if total < ENOUGH_DATES:
        return None
    start, most = counts.most_common(1)[0]
    return start if most / total >= CLEAR_SHARE else None


def said_by_latest(path: str, days: Iterable[dt.date]) -> int | None:
    """The last collection year in which several episodes began or ended: in it the return was made.

    For returns in which too few episodes ceased to tell; what the path says counts for more. A year with a date or two
    may be a slip, and is passed over.
    """
    pair, single = said_by_name(path)
    counts = Counter(year_of(day) for day in days)
    latest = max((year for year, count in counts.items() if count >= ENOUGH_DATES), default=None)
    fits = pair is None and (single is None or latest in (single, single - 1))
    return latest if fits else None


def decide(name: str, dates_say: int | None, today: dt.date) -> Verdict:
    """Weigh what the name says against what the dates say."""
    pair, single = said_by_name(name)
    verdict = _weigh(pair, single, dates_say)
    if verdict.start is None or verdict.remark:
        return verdict
    year = collection_year(verdict.start)
    if verdict.start < EARLIEST_COLLECTION:
        earliest = collection_year(EARLIEST_COLLECTION)
        return Verdict(
            verdict.start, f"It is for {year}; Kith knows the layouts from {earliest} on. Read as that year."
        )
    if verdict.start > year_of(today):
        return Verdict(verdict.start, f"It is for {year}, which has not begun. Check the year in its name.")
    return verdict


def _weigh(pair: int | None, single: int | None, dates_say: int | None) -> Verdict:
    if dates_say is not None:
        said = collection_year(dates_say)
        if pair is not None and pair != dates_say:
            named = collection_year(pair)
            remark = f"Its name says {named} but its dates lie in {said}: read as {said}. Check the name."
            return Verdict(dates_say, remark)
        if single is not None and dates_say not in (single, single - 1):
            remark = f"Its name says {single} but its dates lie in {said}: read as {said}. Check the name."
            return Verdict(dates_say, remark)
        return Verdict(dates_say)
    if pair is not None:
        return Verdict(pair)
    if single is not None:
        remark = (
            f"Its name says {single}, which may be {collection_year(single - 1)} or "
            f"{collection_year(single)}, and no "
            "episodes beside it tell which: read without a collection year. Name both years, as in 2017-18."
        )
        return Verdict(None, remark)
    return Verdict(
        None, "Nothing tells its collection year: read without one. Put the year in the name, as in 2017-18."
    )
