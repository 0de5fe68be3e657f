"""Once a night: what leaders see of help is counted, and only what may be shown of the counts is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.insight.counted import NO_TEAM, by_quarter, facts
from kith.insight.measures import MEASURES, Measure
from kith.insight.models import HelpFigure
from kith.insight.shown import lines_of
from kith.law.due import today


@action("insight.count_help")
def count_help(*, by: Actor, day: date | None = None) -> int:
    """Count every measure (today), in the place of last night's figures; returns how many numbers are kept.

    Runs under the worker's login (a task, or the demo). One figure of a few families never reaches the table.
    """
    tell.permit(by=by, permission=Permission.SEE_ACCOUNTABILITY)
    day = day or today()
    now = timezone.now()
    rows = [row for measure in MEASURES for row in _figures(measure, day, now)]
    HelpFigure.objects.all().delete()
    HelpFigure.objects.bulk_create(rows, batch_size=1000)
    concerns((), as_at=day, numbers=len(rows))
    nothing_to_tell("figures in which nobody can be known")
    return len(rows)


def _figures(measure: Measure, day: date, now: datetime) -> Iterator[HelpFigure]:
    found = facts(measure, day)
    states = [each.code for each in measure.states]
    for team in (None, *sorted({each.team for each in found} - {NO_TEAM})):
        for quarter, counts in by_quarter(found, team=team):
            for line in lines_of(counts, states):
                for state, number in line.shown.items():
                    yield HelpFigure(
                        as_at=day, counted_at=now, team_id=UUID(team) if team else None, measure=measure.code,
                        quarter=quarter, by=line.by, key=line.key, state=state, number=number,
                    )  # fmt: skip
