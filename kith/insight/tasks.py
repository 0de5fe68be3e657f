"""Background work of this room: each night, after the duties."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kith.access.permissions import Permission
from kith.core.actor import Actor
from kith.core.tasks import nightly, task
from kith.law.tasks import COUNTER


@task("insight.count_all", permission=Permission.SEE_ACCOUNTABILITY)
def count_all(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Count what leaders see of help."""
    from kith.insight.night import count_help
    from kith.insight.publishing import publish

    count_help(by=by)
    publish(by=by)


nightly(count_all, by=COUNTER, at="03:45")
