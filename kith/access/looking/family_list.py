"""The family's form of the list: months and broad roles, late, and nothing from which more could be read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kith.access.looking.broad_roles import BROAD, ORDER
from kith.access.models import DoorAccess
from kith.design.dates import month_and_year
from kith.people.page_queries import who

# Which workers, and how late, the database's own function decides: the app's login cannot ask it for more.
_MINE = "SELECT person, role, first_month, last_month FROM access_looked_at_mine()"


@dataclass(frozen=True)
class Month:
    """One month and the broad roles of those who looked."""

    name: str
    roles: list[str]


@dataclass(frozen=True)
class LookedAt:
    """One record that the reader may open. `whose` is empty for the reader's own."""

    whose: str
    months: list[Month]


def looked_at_mine(account: UUID) -> list[LookedAt]:
    """The lists of the records behind the account's door, the reader's own first; months newest first."""
    with connection.cursor() as cursor:
        cursor.execute(_MINE)
        rows = [
            (person, BROAD[role], first, last)
            for person, role, first, last in cursor.fetchall()
            if role in BROAD
        ]
    shown = []
    for person, whose in _records(account):
        months: dict[date, set[str]] = {}
        for subject, role, first, last in rows:
            if subject == person:
                for month in _months(first, last):
                    months.setdefault(month, set()).add(role)
        shown.append(LookedAt(whose, [_month(at, months[at]) for at in sorted(months, reverse=True)]))
    return shown


def _records(account: UUID) -> list[tuple[UUID, str]]:
    door = DoorAccess.objects.filter(account_id=account, capacity__in=["self", "parent", "carer"])
    own = {entry.person_id: entry.capacity == "self" for entry in door}
    names = {each: found.name for each, found in who(own).items() if found.named}
    told = [(person, "" if mine else names.get(person, "")) for person, mine in own.items()]
    return sorted(
        (entry for entry in told if own[entry[0]] or entry[1]), key=lambda entry: (entry[1], str(entry[0]))
    )


def _month(at: date, roles: set[str]) -> Month:
    return Month(month_and_year(at), [role for role in ORDER if role in roles])


def _months(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)
