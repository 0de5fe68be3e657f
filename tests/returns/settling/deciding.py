"""Deciding, carrying out and looking at what came of it."""

from __future__ import annotations

import os
from uuid import UUID

import psycopg
from django.db import connections

from kith.access.models import Account
from kith.core.acting import acting
from kith.people.models import Identifier
from kith.returns.models import Settling, StagedRow
from tests.support import make
from tests.support.worker import worker_login


def child(local: str = "1") -> UUID:
    found: UUID = Identifier.objects.using(make.OWNER).get(scheme="local", value=local).person_id
    return found


def waiting() -> StagedRow:
    return StagedRow.objects.using(make.OWNER).get(settled_at=None)


def officer() -> Account:
    return make.account("returns")


def social_worker(of: UUID) -> Account:
    from kith.people.models import Person

    account = make.account("social_worker")
    make.involved(account, Person.objects.using(make.OWNER).get(id=of))
    return account


def decide(by: Account, choice: str, row: UUID | None = None) -> Settling:
    from kith.returns.settling.actions import settle

    with acting(make.actor(by)):
        made = settle(by=make.actor(by), row=row or waiting().id, choice=choice)
    carry_out()
    return Settling.objects.using(make.OWNER).get(id=made.id)


def undo(by: Account, settling: UUID) -> Settling:
    from kith.returns.settling.actions import unsettle

    with acting(make.actor(by)):
        unsettle(by=make.actor(by), settling=settling)
    carry_out()
    return Settling.objects.using(make.OWNER).get(id=settling)


def carry_out() -> int:
    """Do what is queued, as the worker does it; returns how many jobs there were."""
    from kith.returns import tasks

    by_name = {each.name: each for each in (tasks.settle_for, tasks.settle_open)}
    with psycopg.connect(os.environ["KITH_WORKER_URL"]) as queue:
        jobs = queue.execute(
            "DELETE FROM procrastinate_jobs WHERE task_name LIKE 'returns.settle%' RETURNING task_name, args"
        ).fetchall()
    with worker_login():
        for name, args in jobs:
            by_name[name].run(**args)
    return len(jobs)


def episodes() -> list[tuple[str, str | None, str, bool | None]]:
    """Start, end, postcode and whether it is the same home, in order."""
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute(
            "SELECT e.started_on::text, e.ceased_on::text, p.placement_postcode, e.same_home_as_before"
            " FROM care_episode e LEFT JOIN care_episodeplace p ON p.episode_id = e.id ORDER BY e.started_on"
        )
        return cursor.fetchall()


def told() -> list[str]:
    with connections[make.OWNER].cursor() as cursor:
        cursor.execute("SELECT title FROM story_event WHERE action <> 'returns.load' ORDER BY recorded_at")
        return [title for (title,) in cursor.fetchall()]
