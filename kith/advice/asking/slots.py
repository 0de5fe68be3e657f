"""When a call can be had: stretches of two hours in which somebody rings, in the next days that have any."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from kith.advice.opening.clock import LONDON, Rota
from kith.design.dates import plain_date, plain_time
from kith.marked import marked

STRETCH = timedelta(hours=2)
DAYS = 5
LOOK_AHEAD = 21
Slot = tuple[datetime, datetime]


def slots(rota: Rota, moment: datetime) -> list[Slot]:
    """Those that end an hour or more from now, on the next five days that have any."""
    found: list[Slot] = []
    days: set[object] = set()
    today = moment.astimezone(LONDON).date()
    for ahead in range(LOOK_AHEAD):
        for opens, closes in rota.on(today + timedelta(days=ahead)):
            at = opens
            while at < closes:
                until = min(at + STRETCH, closes)
                if until - moment >= timedelta(hours=1):
                    found.append((at, until))
                    days.add(today + timedelta(days=ahead))
                at = until
        if len(days) >= DAYS:
            break
    return found


def chosen_of(offered: Sequence[Slot]) -> dict[str, Slot]:
    """Each stretch by the value that a form sends for it."""
    return {f"{opens.isoformat()}/{until.isoformat()}": (opens, until) for opens, until in offered}


def choices_of(offered: Sequence[Slot]) -> list[tuple[str, str]]:
    """The stretches as a list to choose from."""
    return [("", marked("Choose a time")), *((key, said(each)) for key, each in chosen_of(offered).items())]


def said(slot: Slot) -> str:
    """As people say it: Monday 30 November 2026, 9:30am to 11:30am."""
    opens, until = (each.astimezone(LONDON) for each in slot)
    return f"{plain_date(opens)}, {plain_time(opens)} – {plain_time(until)}"
