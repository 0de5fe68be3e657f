"""That a list of people was taken out of Kith is kept in the audit: what, as at when, by whom and why."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor


@action("returns.take_out")
def take_out(
    *,
    by: Actor,
    permission: Permission,
    what: str,
    as_at: date,
    rows: Mapping[str, int],
    people: int | None,
) -> None:
    """Write the audit row of one export: how many rows of each list, and of how many people where they are named.

    Raises NotPermittedError when the actor's role does not hold `permission`.
    """
    tell.permit(by=by, permission=permission)
    nothing_to_tell("a list of many people; the view log says whose")
    concerns([], what=what, as_at=as_at, rows=dict(rows), people=people)
