"""How long a service is trusted without anybody's word that it is still right, and how that is said."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.utils.translation import gettext

from kith.design.dates import plain_date
from kith.law.months import add_months

MONTHS = 6
"""As the database's function offer_still_right has it; a test holds them together."""
SOON = 30
"""Days before it goes stale from which the provider is asked."""
State = Literal["fresh", "soon", "stale", "never"]


def fresh_until(day: date) -> date:
    """The last day on which what was right on `day` is trusted: the same day six months on, or the month's last."""
    return add_months(day, MONTHS)


@dataclass(frozen=True, slots=True)
class Freshness:
    """How sure we are: a state, and words for anybody."""

    state: State
    words: str


def freshness(assured_on: date | None, stale_after: date | None, today: date) -> Freshness:
    """How a service stands today."""
    if assured_on is None or stale_after is None:
        return Freshness("never", gettext("Nobody has checked this yet. Ring before you go."))
    on = {"day": plain_date(assured_on)}
    if today > stale_after:
        old = gettext("Last checked on %(day)s: this may be out of date. Ring before you go.")
        return Freshness("stale", old % on)
    said = gettext("Checked on %(day)s.") % on
    return Freshness("soon" if stale_after - today <= timedelta(days=SOON) else "fresh", said)
