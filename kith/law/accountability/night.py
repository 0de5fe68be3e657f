"""Once a night: everybody's duties are counted, and only what may be shown of the counts is kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from uuid import UUID

from django.conf import settings
from django.db import connection

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.law.accountability.around import apart, around
from kith.law.accountability.shown import Line, lines_of
from kith.law.accountability.stood import Cell, Stood, stood
from kith.law.accountability.suppress import Count
from kith.law.county import all_obligations
from kith.law.due import rules_of, today
from kith.law.models import DutyFigure

_NOW = "SELECT now()"


@action("law.count_duties")
def count_duties(*, by: Actor, day: date | None = None) -> int:
    """Count how all duties stand (today), in the place of last night's figures; returns how many lines are kept.

    Runs under the worker's login (a task, or the demo). One figure of a few people never reaches the table.
    """
    tell.permit(by=by, permission=Permission.SEE_ACCOUNTABILITY)
    day = day or today()
    register = rules_of(day)
    with connection.cursor() as cursor:
        cursor.execute(_NOW)
        now = cursor.fetchone()[0]
    # What does not fit into memory is about people: it stays in the data folder, and is deleted.
    Path(settings.DATA_DIR).mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=settings.DATA_DIR, prefix="accountability-") as spill:
        found = all_obligations(register, as_at=day, without=apart(day), spill=Path(spill))
        with stood(found, around(day)) as how:
            rows = list(_figures(how, day, now))
    DutyFigure.objects.all().delete()
    DutyFigure.objects.bulk_create(rows, batch_size=1000)
    concerns((), as_at=day, lines=len(rows))
    nothing_to_tell("figures in which nobody can be known")
    return len(rows)


def _figures(how: Stood, day: date, now: datetime) -> Iterator[DutyFigure]:
    for team in (None, *how.teams()):
        for quarter, lines in _by_quarter(how.cells(team)):
            for line in lines:
                yield DutyFigure(
                    as_at=day, counted_at=now, team_id=UUID(team) if team else None, quarter=quarter,
                    by=line.by, key=line.key, **line.shown,
                )  # fmt: skip


def _by_quarter(cells: Iterable[Cell]) -> Iterator[tuple[date, list[Line]]]:
    found: dict[date, dict[tuple[str, str], dict[str, Count]]] = defaultdict(lambda: defaultdict(dict))
    for quarter, by, key, state, count in cells:
        found[quarter][by, key][state] = count
    for quarter in sorted(found):
        yield quarter, lines_of(found[quarter])
