"""Background work of this room: decisions about rows that waited are carried out by the worker's login."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from kith.core.actor import Actor
from kith.core.tasks import task
from kith.returns.settling.carrying_out import carry_out


def _carry_out(*, by: Actor, persons: Sequence[UUID], settling: UUID) -> None:
    carry_out(by=by, settling=settling)


settle_for = task("returns.settle_for", permission="read identified return rows and write returns")(
    _carry_out
)
"""Given by a returns officer, to whom no record need be open."""
settle_open = task("returns.settle_open", permission="change what is recorded of a person")(_carry_out)
"""Given by a worker, for a person whose record is open to them."""
