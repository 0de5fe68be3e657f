"""Makes a child with a worker of theirs, and what is recorded of homes and laws, for the tests of this room."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from kith.care import actions
from kith.care.models import Episode
from kith.core.acting import acting
from kith.design.dates import today
from tests.support import make


def days_ago(number: int) -> date:
    return today() - timedelta(days=number)


def child_and_worker(*, born: date | None = date(2014, 3, 9), role: str = "social_worker") -> tuple[Any, Any]:
    child, worker = make.person("Robin", born=born), make.account(role)
    make.involved(worker, child, role="social_worker")
    return child, worker


def doing(worker: Any, what: Any, **facts: Any) -> Any:
    """One action by a worker, committed."""
    with acting(make.actor(worker)):
        return what(by=make.actor(worker), **facts)


def came(worker: Any, child: Any, on: date, *, law: str = "V2", kind: str = "U6", **more: Any) -> UUID:
    decided = {
        "decided_by": "Ruth Hart",
        "decided_as": "nominated",
        "why": "Nobody was at home to care for Robin.",
    }
    made: UUID = doing(
        worker, actions.come_into_care, person=child.id, on=on, law=law, kind=kind, **(decided | more)
    )
    return made


def nights_of(child: Any) -> list[tuple[date, date | None, str, str, str, str]]:
    """What the return would report: from, to, why new, law, home, why it ceased."""
    rows = Episode.objects.using(make.OWNER).filter(person=child).order_by("started_on")
    return list(
        rows.values_list(
            "started_on", "ceased_on", "reason_new_episode", "legal_status", "placement_type", "reason_ceased"
        )
    )
