"""Background work of this room, by the worker's login: decisions about rows that waited, checks of the live record."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kith.access.permissions import Permission
from kith.core.acting import acting
from kith.core.actor import Actor
from kith.core.tasks import SERVICES, nightly, task
from kith.returns.settling.carrying_out import carry_out


def _carry_out(*, by: Actor, persons: Sequence[UUID], settling: UUID) -> None:
    carry_out(by=by, settling=settling)


settle_for = task("returns.settle_for", permission="read identified return rows and write returns")(
    _carry_out
)
"""Given by a returns officer, to whom no record need be open."""
settle_open = task("returns.settle_open", permission="change what is recorded of a person")(_carry_out)
"""Given by a worker, for a person whose record is open to them."""


# It reads everybody's facts as a return does, and keeps what the rules find in them.
CHECKER = Actor(id=UUID("6b697468-0000-4000-8000-636865636b72"), role="checker", channel="task")
SERVICES.add("checker", CHECKER)


def _check_waiting(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Whoever gave it, the service does it: a check reads all that a rule asks, and shows nothing of it to the giver."""
    # The columnar engine is large: only the worker needs it.
    from kith.returns.findings.refresh import check_waiting

    with acting(CHECKER):
        check_waiting(by=CHECKER)


check_open = task("returns.check_open", permission=Permission.EDIT_PERSON)(_check_waiting)
"""Given with an action of a worker who changes records."""
check_for = task("returns.check_for", permission=Permission.WRITE_RETURNS)(_check_waiting)
"""Given with an action of a returns officer."""


@task("returns.check_all", permission=Permission.WRITE_RETURNS)
def check_all(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Check everybody, and count."""
    from kith.returns.findings.refresh import check_everybody

    check_everybody(by=by)


nightly(check_all, by=CHECKER, at="04:00")
