"""Changes of lead that nobody talked over with the family yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kith.core.reads import AS_IT_IS, DAY, ID, Called
from kith.law.calendar import add_working_days

# As the duty FH-04 counts: our own choice.
DAYS = 2
_COLUMNS = 'matter, family, "on", old, old_name, new, new_name'


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
        cursor.execute(f"SELECT {_COLUMNS} FROM help_leads_owed(%s)", [family])
        return [Owed(*row) for row in cursor.fetchall()]


def leads_owed_read() -> Called:
    """As `leads_owed` of all that is the actor's, for a page that reads more with it: rows are fields of `Owed`."""
    return Called(f"SELECT {_COLUMNS} FROM help_leads_owed(NULL)", (ID, ID, DAY, ID, AS_IT_IS, ID, AS_IT_IS))
