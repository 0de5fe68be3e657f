"""Whether the national advice line answers now, and when next: by England's clock and bank holidays.

Family Rights Group's line, from its own page (frg.org.uk): Monday to Friday, 9.30am to 3pm.
"""

from __future__ import annotations

from datetime import datetime, time, timedelta

from django.utils import timezone
from django.utils.translation import gettext

from kith.design.dates import plain_date, plain_time
from kith.law.calendar import LONDON, is_working_day

OPENS, CLOSES = time(9, 30), time(15)
AHEAD = 21
"""Days in which there is always a working day."""


def line_now(now: datetime | None = None) -> str:
    """How it stands at a moment, in a sentence."""
    here = (now or timezone.now()).astimezone(LONDON)
    for ahead in range(AHEAD):
        day = here.date() + timedelta(days=ahead)
        if not is_working_day(day) or (ahead == 0 and here.time() >= CLOSES):
            continue
        if ahead == 0 and here.time() >= OPENS:
            return gettext("Open now, until %(time)s.") % {"time": _clock(here, CLOSES)}
        told = {"time": _clock(here, OPENS), "day": plain_date(day)}
        if ahead == 0:
            return gettext("Closed now. Ring from %(time)s today.") % told
        if ahead == 1:
            return gettext("Closed now. Ring from %(time)s tomorrow, %(day)s.") % told
        return gettext("Closed now. Ring from %(time)s on %(day)s.") % told
    raise AssertionError("Three weeks hold a working day.")


def _clock(here: datetime, at: time) -> str:
    return plain_time(datetime.combine(here.date(), at))
