"""What everybody may read: the council's figures of quarters that are over, each published once and never changed.

A figure that moved night by night would tell on which night one family was counted. So a quarter is published as a
whole, four weeks after its end, when what is written down late is mostly in (docs/adr/0185).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, timedelta

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.insight.figures import Figures
from kith.insight.measures import BY_CODE, MEASURES, Measure
from kith.insight.models import HelpFigure, PublishedFigure
from kith.law.accountability.periods import last_day

SETTLES = timedelta(days=28)
SHOWN = 4
"""Quarters that the page shows."""


@dataclass(frozen=True, slots=True)
class Published:
    """One question as everybody reads it: its quarters, the latest first."""

    measure: Measure
    quarters: tuple[Figures, ...]


@action("insight.publish")
def publish(*, by: Actor) -> int:
    """Publish what was counted last of each quarter that ended four weeks ago or more; returns how many numbers.

    Runs under the worker's login, after the count of the night.
    """
    tell.permit(by=by, permission=Permission.SEE_ACCOUNTABILITY)
    there = set(PublishedFigure.objects.values_list("quarter", flat=True))
    counted = HelpFigure.objects.filter(team_id__isnull=True, by="total")
    rows = [
        PublishedFigure(
            measure=each.measure, quarter=each.quarter, state=each.state, number=each.number, as_at=each.as_at
        )
        for each in counted
        if each.quarter not in there and last_day(each.quarter) + SETTLES <= each.as_at
    ]
    PublishedFigure.objects.bulk_create(rows)
    concerns((), numbers=len(rows))
    nothing_to_tell("figures in which nobody can be known")
    return len(rows)


def published() -> tuple[Published, ...]:
    """Every question that has been published, with its last four quarters. One statement."""
    shown: dict[str, dict[date, dict[str, int | None]]] = defaultdict(lambda: defaultdict(dict))
    for row in PublishedFigure.objects.order_by("-quarter"):
        if row.measure in BY_CODE:
            shown[row.measure][row.quarter][row.state] = row.number
    return tuple(
        Published(
            each,
            tuple(
                Figures(each, quarter, "total", "", numbers)
                for quarter, numbers in list(shown[each.code].items())[:SHOWN]
            ),
        )
        for each in MEASURES
        if each.code in shown
    )
