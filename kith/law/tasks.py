"""Background work of this room: each night the duties are counted for the page of accountability."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kith.access.permissions import Permission
from kith.core.actor import Actor
from kith.core.tasks import SERVICES, nightly, task

# It reads everybody's facts and keeps only figures in which nobody can be known.
COUNTER = Actor(id=UUID("6b697468-0000-4000-8000-636f756e7465"), role="counter", channel="task")
SERVICES.add("counter", COUNTER)


@task("law.count_all", permission=Permission.SEE_ACCOUNTABILITY)
def count_all(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Count how everybody's duties stand."""
    # The columnar engine is large: only the worker needs it, and only at night.
    from kith.law.accountability.night import count_duties

    count_duties(by=by)


nightly(count_all, by=COUNTER, at="03:30")
