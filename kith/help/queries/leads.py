"""Changes of lead that nobody talked over with the family yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kith.law.calendar import add_working_days

# As the duty FH-04 counts: our own choice.
DAYS = 2


@dataclass(frozen=True, slots=True)
class Owed:
    """A change of lead that nobody talked over with the family yet. `matter`: the new lead's work."""

    matter: UUID
    family: UUID
    on: date
    old: UUID
    old_name: str
    new: UUID
    new_name: str

    @property
    def due(self) -> date:
        """The last day for it."""
        return add_working_days(self.on, DAYS)


def leads_owed(family: UUID | None = None) -> list[Owed]:
    """Of one family; or of all that is the actor's to see to. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM help_leads_owed(%s)", [family])
        return [Owed(*row) for row in cursor.fetchall()]
