"""The rule that holds on a day, and in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.translation import ngettext

from kith.advice.models.keeping import KeepRule

LEFT_DAYS, TOLD_DAYS = 182, 28
"""Where no rule was written: half a year of silence, and four weeks on the desk's list before it goes."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How long words are kept. `since`: None for what holds where nobody has written a rule."""

    since: date | None
    ended_days: int
    left_days: int
    told_days: int


def rule_on(day: date) -> Rule:
    """What holds on a day. One statement."""
    found = KeepRule.objects.filter(since__lte=day).order_by("-since").first()
    return _as_rule(found) if found else Rule(None, settings.ADVICE_KEEP_DAYS, LEFT_DAYS, TOLD_DAYS)


def rules_after(day: date) -> Sequence[Rule]:
    """What is to hold later, the next first. One statement."""
    return [_as_rule(each) for each in KeepRule.objects.filter(since__gt=day).order_by("since")]


def span(days: int) -> str:
    """So many days as people say it: a year, 26 weeks, 40 days."""
    if days % 365 == 0:
        years = days // 365
        return ngettext("%(count)s year", "%(count)s years", years) % {"count": years}
    if days % 7 == 0:
        weeks = days // 7
        return ngettext("%(count)s week", "%(count)s weeks", weeks) % {"count": weeks}
    return ngettext("%(count)s day", "%(count)s days", days) % {"count": days}


def _as_rule(row: KeepRule) -> Rule:
    return Rule(row.since, row.ended_days, row.left_days, row.told_days)
