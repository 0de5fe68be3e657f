"""A small town whose duties can be counted by hand: two teams, one kind of duty, one day.

An assessment is due 45 working days after its referral. Of a referral on Monday 3 August 2026 that is Tuesday
6 October: 19 working days in August (the 31st is a holiday), 22 in September, 4 in October. Of one on Monday
21 September it is Monday 23 November: 7 + 22 + 16.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

from django.utils import timezone

from kith.access.models import Account, Team
from kith.core.acting import acting
from kith.people.models import Person
from tests.support import make
from tests.support.worker import worker_login

DAY = date(2026, 11, 20)
FIRST, LATER = date(2026, 8, 3), date(2026, 9, 21)
IN_TIME, TOO_LATE = date(2026, 10, 1), date(2026, 10, 20)
QUARTER = date(2026, 10, 1)


@dataclass(frozen=True)
class Town:
    """Two teams, a worker and a manager of each, and the children of each by how their duty stands."""

    north: Team
    south: Team
    workers: dict[str, Account]
    managers: dict[str, Account]
    children: dict[tuple[str, str], list[Person]]


def make_town() -> Town:
    """North: 8 in time, 6 done late, 7 late, 6 not due yet. South: 9 in time, 2 late."""
    from kith.returns.models import LoadedFile

    LoadedFile.objects.using(make.OWNER).create(
        run=uuid4(), name="-", kind="demo", collection_year="2015-16", loaded_at=timezone.now() - timedelta(1)
    )
    teams = {"north": make.team("North"), "south": make.team("South")}
    town = Town(
        teams["north"],
        teams["south"],
        {name: make.account("lead", in_team=team) for name, team in teams.items()},
        {name: make.account("manager", in_team=team) for name, team in teams.items()},
        {},
    )
    for team, state, many, code in (
        ("north", "met", 8, "WBRI"), ("north", "met_late", 6, "WBRI"), ("north", "late", 7, "WBRI"),
        ("north", "due", 6, "WBRI"), ("south", "met", 9, "AIND"), ("south", "late", 2, "BCRB"),
    ):  # fmt: skip
        town.children[team, state] = [child_of(town, team, state, f"{state}{n}", code) for n in range(many)]
    return town


def child_of(town: Town, team: str, state: str, name: str, code: str = "WBRI") -> Person:
    """One more child with whom the team's worker works, and one duty that stands so."""
    from kith.help.models import Assessment

    child = make.person(name.title(), team.title(), ethnicity=code)
    make.involved(town.workers[team], child)
    on = LATER if state == "due" else FIRST
    referral = referred(child, on)
    if state in {"met", "met_late"}:
        done = IN_TIME if state == "met" else TOO_LATE
        Assessment.objects.using(make.OWNER).create(
            person=child, referral=referral, started_on=on, authorised_on=done
        )
    return child


def referred(child: Person, on: date) -> Any:
    from kith.help.models import Referral

    return Referral.objects.using(make.OWNER).create(person=child, referred_on=on)


def count() -> int:
    """What the worker does at night, on the day of the town."""
    from kith.law.accountability.night import count_duties
    from kith.law.tasks import COUNTER

    with worker_login(), acting(COUNTER):
        return count_duties(by=COUNTER, day=DAY)
