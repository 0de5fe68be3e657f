"""Background work of this room: each night what was kept for a time is taken away."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kith.access.permissions import Permission
from kith.access.sweeping import sweep
from kith.core.actor import Actor
from kith.core.tasks import SERVICES, nightly, task

SWEEPER = Actor(id=UUID("6b697468-0000-4000-8000-737765657065"), role="sweeper", channel="task")
SERVICES.add("sweeper", SWEEPER)


@task("access.sweep", permission=Permission.MANAGE_ACCOUNTS)
def sweep_all(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Take away old forms and ended sessions."""
    sweep(by=by)


nightly(sweep_all, by=SWEEPER, at="02:00")
