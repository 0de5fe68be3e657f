"""Once a night: what leaders see of help is counted, and only what may be shown of the counts is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from uuid import UUID

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.insight.areas import wide
from kith.insight.counted import NO_TEAM, by_quarter, facts
from kith.insight.measures import MEASURES, Measure
from kith.insight.models import HelpFigure
from kith.insight.shown import lines_of
from kith.law.accountability.periods import quarters
from kith.law.due import today


@action("insight.count_help")
def count_help(*, by: Actor, day: date | None = None) -> int:
    """Count every measure (today), in the place of last night's figures; returns how many numbers are kept.

    Runs under the worker's login (a task, or the demo). One figure of a few families never reaches the table.
    """
    tell.permit(by=by, permission=Permission.SEE_ACCOUNTABILITY)
    day = day or today()
    now = timezone.now()
    held = _areas_held()
    rows = [row for measure in MEASURES for row in _figures(measure, day, now, held)]
    HelpFigure.objects.all().delete()
    HelpFigure.objects.bulk_create(rows, batch_size=1000)
    concerns((), as_at=day, numbers=len(rows))
    nothing_to_tell("figures in which nobody can be known")
    return len(rows)


def _areas_held() -> dict[tuple[str, UUID | None, date], set[str]]:
    """Which lines of areas were settled already, by measure, team and quarter. One statement."""
    found: dict[tuple[str, UUID | None, date], set[str]] = defaultdict(set)
    rows = HelpFigure.objects.filter(by="area").values_list("measure", "team_id", "quarter", "key").distinct()
    for measure, team, quarter, key in rows:
        found[measure, team, quarter].add(key)
    return found


def _figures(
    measure: Measure, day: date, now: datetime, held: Mapping[tuple[str, UUID | None, date], set[str]]
) -> Iterator[HelpFigure]:
    found = facts(measure, day, before=12)
    states = [each.code for each in measure.states]
    days = quarters(day)
    for team in (None, *sorted({each.team for each in found} - {NO_TEAM})):
        theirs = [each for each in found if team is None or each.team == team]
        of = UUID(team) if team else None
        areas = {each: wide(theirs, each, held.get((measure.code, of, each), ())) for each in days}
        for quarter, counts in by_quarter(theirs, team=team, quarters=days, areas=areas):
            for line in lines_of(counts, states):
                for state, number in line.shown.items():
                    yield HelpFigure(
                        as_at=day, counted_at=now, team_id=of, measure=measure.code,
                        quarter=quarter, by=line.by, key=line.key, state=state, number=number,
                    )  # fmt: skip
