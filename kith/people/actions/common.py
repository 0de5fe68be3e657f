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
from kith.people.check_digits import tidy
from kith.people.models import Identifier

# The longest number that is kept.
NUMBER: int = Identifier._meta.get_field("value").max_length or 0


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


def number_kept(typed: str, *, field: str) -> str:
    """A number others know somebody by, as it is kept; raises CannotBeError where it is longer than is kept."""
    kept = tidy(typed)
    if len(kept) > NUMBER:
        raise CannotBeError(f"The number must be {NUMBER} characters or fewer.", field=field)
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
