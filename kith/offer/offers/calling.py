"""When the number is answered: now, or when next. Weekends as told, bank holidays never."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta

from django.utils.translation import gettext

from kith.design.dates import plain_date, plain_time
from kith.law.calendar import LONDON, holiday_name
from kith.offer.lines import LineError, hours_of
from kith.offer.words import hours as hours_line

AHEAD = 28
NEVER = ((12, 25), (12, 26), (1, 1))
"""Months and days on which nobody answers, though another day may be the bank holiday for them."""


@dataclass(frozen=True, slots=True)
class Calling:
    """Whether somebody answers now, in words; and the hours of a week, a line each."""

    open: bool
    words: str
    week: tuple[str, ...]


def calling(told: str, now: datetime) -> Calling:
    """How it stands at a moment. Hours that cannot be read are not said (they are checked as they are written)."""
    try:
        spans = hours_of(told)
    except LineError:
        spans = ()
    here = now.astimezone(LONDON)
    week = tuple(hours_line(each.days, each.opens, each.closes, each.words) for each in spans)
    runs = [(each.days, each.opens, each.closes) for each in spans if each.opens and each.closes]
    for ahead in range(AHEAD):
        day = here.date() + timedelta(days=ahead)
        if holiday_name(day) is not None or (day.month, day.day) in NEVER:
            continue
        today = sorted((opens, closes) for days, opens, closes in runs if day.isoweekday() in days)
        for opens, closes in today:
            if ahead == 0 and opens <= here.time() < closes:
                until = gettext("Open now, until %(time)s.") % {"time": _clock(here, closes)}
                return Calling(True, until, week)
            if ahead or here.time() < opens:
                return Calling(False, _next(ahead, here, opens), week)
    return Calling(False, "", week)


def _next(ahead: int, here: datetime, opens: time) -> str:
    at = {"time": _clock(here, opens), "day": plain_date(here + timedelta(days=ahead))}
    if ahead == 0:
        return gettext("Closed now. Ring from %(time)s today.") % at
    if ahead == 1:
        return gettext("Closed now. Ring from %(time)s tomorrow, %(day)s.") % at
    return gettext("Closed now. Ring from %(time)s on %(day)s.") % at


def _clock(here: datetime, at: time) -> str:
    return plain_time(datetime.combine(here.date(), at))
