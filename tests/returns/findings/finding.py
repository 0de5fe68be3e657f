"""A record with something to mend, checks of it as the worker does them, and what is found."""

from __future__ import annotations

import datetime as dt
import os
from typing import Any
from uuid import UUID

import psycopg
from psycopg.types.range import DateRange

from kith.access.models import Account
from kith.care.models import Episode, HealthYear
from kith.core.acting import acting
from kith.help.models import Referral
from kith.people.models import Identifier, Person
from kith.returns.models import Finding
from tests.support import make
from tests.support.worker import worker_login

TODAY = dt.date(2026, 11, 20)
NO_DISABILITY = "8540"
"""CIN: no code of disability, not even that there is none."""


def referred(given: str = "Ada", **more: Any) -> Person:
    """A child with a referral of this year, of whom nobody has recorded a disability, nor that there is none."""
    child = make.person(given, sex="F", ethnicity="WBRI", **more)
    Identifier.objects.using(make.OWNER).create(person=child, scheme="local", value=given)
    Referral.objects.using(make.OWNER).create(
        person=child, referred_on=dt.date(2026, 6, 1), referral_source="1A", primary_need="N1",
        no_further_action=False,
    )  # fmt: skip
    return child


def looked_after(given: str = "Bo", since: dt.date = dt.date(2026, 5, 4)) -> Person:
    """A child looked after since a day of this year, with a legal status that is none, and with no postcode."""
    child = make.person(given, sex="M", ethnicity="WBRI")
    Identifier.objects.using(make.OWNER).create(person=child, scheme="local", value=given)
    Episode.objects.using(make.OWNER).create(
        person=child, started_on=since, during=DateRange(since, None, "[)"),
        reason_new_episode="S", legal_status="Q9", need="N1", placement_type="U4",
        provider="PR1",
    )  # fmt: skip
    return child


def answered(child: Person, **more: Any) -> HealthYear:
    return HealthYear.objects.using(make.OWNER).create(person=child, collection_year="2026-27", **more)


def worker(*people: Person, role: str = "social_worker") -> Account:
    account = make.account(role)
    for each in people:
        make.involved(account, each)
    return account


def check_all(day: dt.date = TODAY) -> int:
    """As the night does it."""
    from kith.returns.findings.refresh import check_everybody
    from kith.returns.tasks import CHECKER

    with worker_login(), acting(CHECKER):
        return check_everybody(by=CHECKER, day=day)


def check_waiting(day: dt.date = TODAY) -> int:
    """As the worker does it a moment after actions, without its queue."""
    from kith.returns.findings.refresh import check_waiting as check
    from kith.returns.tasks import CHECKER

    with worker_login(), acting(CHECKER):
        return check(by=CHECKER, day=day)


def run_queue() -> list[str]:
    """Do what is queued, as the worker does it; returns the names of the tasks."""
    from kith.returns import tasks

    by_name = {each.name: each for each in (tasks.check_for, tasks.check_open)}
    with psycopg.connect(os.environ["KITH_WORKER_URL"]) as queue:
        jobs = queue.execute(
            "DELETE FROM procrastinate_jobs WHERE task_name LIKE 'returns.check%' RETURNING task_name, args"
        ).fetchall()
    with worker_login():
        for name, args in jobs:
            by_name[name].run(**args)
    return [name for name, _args in jobs]


def codes(of: Person) -> set[str]:
    """Rules that the record of a child does not keep now."""
    found = Finding.objects.using(make.OWNER).filter(person=of, cleared_on=None)
    return set(found.values_list("code", flat=True))


def the(code: str, of: Person) -> Finding:
    return Finding.objects.using(make.OWNER).get(code=code, person=of)


def explained(by: Account, finding: UUID, reason: str = "The school gives no number.") -> None:
    from kith.returns.findings.explaining import explain

    with acting(make.actor(by)):
        explain(by=make.actor(by), finding=finding, reason=reason)


def seen_by(account: Account) -> set[str]:
    with acting(make.actor(account)):
        return set(Finding.objects.values_list("code", flat=True))
