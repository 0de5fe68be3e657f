"""Which action writes a fact: the room's that owns the record where it has one, else this room's own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from kith.core.actor import Actor
from kith.protection.actions import correct_before_court, correct_enquiry, record_plan, record_plan_review
from kith.returns.recording.actions import record_fact

OWN: dict[str, Callable[..., UUID]] = {
    "protection_childprotectionplan": record_plan,
    "protection_preproceedings": correct_before_court,
    "protection_protectionplanreview": record_plan_review,
    "protection_section47": correct_enquiry,
}
"""Each takes by, person, persons and of, and the record's columns by their names."""


def write_fact(
    *,
    by: Actor,
    person: UUID,
    persons: Sequence[UUID],
    table: str,
    values: Mapping[str, Any],
    of: UUID | None = None,
) -> UUID:
    """Write a fact of `table`, or correct the one with the id `of`; returns its id. Raises what the action raises."""
    if own := OWN.get(table):
        return own(by=by, person=person, persons=persons, of=of, **values)
    return record_fact(by=by, person=person, persons=persons, table=table, values=values, of=of)
