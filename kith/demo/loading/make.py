"""Put Kithshire into an empty database, slice by slice, under the worker's login."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any
from uuid import UUID

from django.db import connection

from kith.core.acting import acting
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.demo.loading import finish, refusal
from kith.demo.loading.days import moment
from kith.demo.loading.directory import make_directory
from kith.demo.loading.family_rows import Maker, ahead
from kith.demo.loading.in_homes import make_events_in_homes
from kith.demo.loading.money import make_money
from kith.demo.loading.offers import make_offers
from kith.demo.loading.refusal import Plan
from kith.demo.loading.register import make_register
from kith.demo.loading.searches import make_searches
from kith.demo.loading.workforce import shared_hash
from kith.story.sealing import kept

if TYPE_CHECKING:
    from django.db.backends.utils import CursorWrapper

SERVICE = Actor(
    id=UUID("6b697468-0000-4000-8000-000064656d6f"), role="demo", channel="service", reason="kith demo"
)
Progress = Callable[[str, int, int | None], None]
"""Called with what is being done, how many are done, and of how many (None where that is not known)."""


def quiet(_doing: str, _done: int, _total: int | None) -> None:
    """For callers that draw nothing."""


def make_demo(*, children: int, seed: int, today: date, progress: Progress = quiet) -> dict[str, int]:
    """Make the demo with this many children; an interrupted one goes on where it stopped.

    Needs the worker's login. Returns how many rows of each table are new. Raises
    DemoRefusedError in production, in a database that holds anything, and for less than one child.
    """
    refusal.refuse_production()
    with _slice() as cursor:
        plan, again = refusal.plan_for(cursor, Plan(children, seed, today))
        if not again:
            _audit(cursor, refusal.BEGUN, children=children, seed=seed, today=today.isoformat())
        cursor.execute("SELECT count(*) FROM people_family WHERE source = 'demo'")
        (done,) = cursor.fetchone()
    counts = _families(plan, done, progress)
    _grants(progress)
    progress("Making the directory of services", 0, None)
    counts["offer_service"] = make_directory(
        by=SERVICE, seed=plan.seed, today=plan.today, children=plan.children
    )
    counts["offer_offerversion"] = make_offers(by=SERVICE, today=plan.today)
    counts["homes_home"] = make_register(by=SERVICE, seed=plan.seed, today=plan.today, children=plan.children)
    counts["homes_search"], shown = make_searches(by=SERVICE, seed=plan.seed, today=plan.today)
    counts["access_release"] += shown
    counts["homes_happened"] = make_events_in_homes(by=SERVICE, seed=plan.seed, today=plan.today)
    progress("Paying carers", 0, None)
    counts["money_paymentrun"] = make_money(by=SERVICE, today=plan.today)
    progress("Making people findable", 0, None)
    with _slice() as cursor:
        finish.index_people(cursor)
        finish.share_nights(cursor)
        _audit(cursor, refusal.MADE, children=plan.children, seed=plan.seed, rows=sum(counts.values()))
    with _slice() as cursor:
        finish.analyze(cursor)
    return dict(counts)


def _families(plan: Plan, done: int, progress: Progress) -> Counter[str]:
    """The families after the first `done`, each slice in one transaction."""
    # Opens the data keys here: the thread that makes the rows has no connection.
    kept(int(Label.CHILD_PRIVATE), SERVICE.id, "")
    maker = Maker(plan, SERVICE.id, shared_hash(plan.seed))
    at, counts = moment(plan.today), Counter[str]()
    for batch, children in ahead(maker.slices(done)):
        with _slice() as cursor:
            cursor.execute("SET LOCAL kith.bulk = 'on'; SET LOCAL kith.nights_later = 'on'")
            batch.write(cursor, recorded_at=at, recorded_by=str(SERVICE.id))
        counts.update(batch.counts())
        progress("Making children", children, plan.children)
    return counts


def _grants(progress: Progress) -> None:
    with _slice() as cursor:
        cursor.execute("SELECT count(*) FROM people_person")
        (total,) = cursor.fetchone()
    last, granted = finish.FIRST, 0
    while True:
        with _slice() as cursor:
            last, more = finish.grant_slice(cursor, last)
        if not more:
            return
        granted += more
        progress("Opening records to their workers", granted, total)


@contextmanager
def _slice() -> Iterator[CursorWrapper]:
    """One transaction of the demo's service."""
    with acting(SERVICE), connection.cursor() as cursor:
        yield cursor


def _audit(cursor: CursorWrapper, action: str, **summary: Any) -> None:
    cursor.execute("SELECT core_record_action(%s, '{}'::uuid[], %s::jsonb)", [action, json.dumps(summary)])
