"""Background work of this room: each night a look for records that may be one person."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kith.core.actor import Actor
from kith.core.tasks import SERVICES, nightly, task
from kith.people.may import LINK_IDENTITY

# It reads whoever may be matched and offers pairs; it decides nothing.
MATCHER = Actor(id=UUID("6b697468-0000-4000-8000-006d61746368"), role="matcher", channel="task")
SERVICES.add("matcher", MATCHER)


@task("people.look_for_duplicates", permission=LINK_IDENTITY, apart=True)
def look_for_duplicates(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Compare everybody with everybody and put the likely pairs before whoever may link."""
    # The matching libraries are large: only the worker needs them, and only at night.
    from kith.people.matching.run import look_for_duplicates as look

    look(by=by)


nightly(look_for_duplicates, by=MATCHER, at="02:30")
