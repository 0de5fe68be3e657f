"""What every action of this room does the same way."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

from kith.core.actor import Actor
from kith.core.ranges import DateRange, during
from kith.people.actions.conflicts import CannotBeError
from kith.people.check_digits import LONGEST, tidy


@dataclass(frozen=True)
class Recorded:
    """A fact written down. `doubts` are odd but recorded all the same, each in words for the worker."""

    id: UUID
    doubts: tuple[str, ...] = ()


def written(by: Actor) -> dict[str, Any]:
    """The columns that say who wrote a row."""
    return {"recorded_by": by.id}


def span(from_on: date | None, until_on: date | None = None) -> DateRange:
    """From one day up to another, as typed. Raises CannotBeError when it would hold no day."""
    try:
        return during(from_on, until_on)
    except ValueError:
        raise CannotBeError("The last day must be after the first.", field="until_on") from None


def number_to_keep(typed: str, *, field: str) -> str:
    """An identifier as it is kept. Raises CannotBeError when it is longer than any: capitals can be more letters."""
    kept = tidy(typed)
    if len(kept) > LONGEST:
        raise CannotBeError(
            f"This is too long for a number: {LONGEST} letters and digits at most.", field=field
        )
    return kept


def may_name(other: UUID) -> None:
    """Check that the actor may know that `other` is there; raises CannotBeError, the same as for nobody."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_may_name(%s)", [other])
        if not cursor.fetchone()[0]:
            raise CannotBeError("Choose somebody from the list.", field="other")


def moment() -> datetime:
    """The moment of the open transaction by the database's clock, which its triggers go by (UTC)."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        found: datetime = cursor.fetchone()[0]
    return found
