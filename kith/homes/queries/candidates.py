"""Homes with room, as a search reads them, with what the law lets each do on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from kith.homes.models import Level, ProviderKind
from kith.homes.rules import Lawfully, TermsOf

COLUMNS = (
    "h.id, h.kind, h.name, h.reference, p.kind, h.places, h.free, h.opened_on, h.closed_on, h.east, h.north,"
    " h.skills, h.languages, h.faiths, h.cultures, h.lives_here, h.free_told_on"
)
BARE = f"""
SELECT {COLUMNS} FROM homes_home h JOIN homes_provider p ON p.id = h.provider_id
 WHERE h.closed_on IS NULL AND h.free > 0"""
"""The candidates and nothing else: the floor that a shortlist is measured against (`kith bench`)."""
# Each by itself, and put together here: a join under policies is planned as if there were few rows of each.
TERMS = """
SELECT home_id, starts_on, ends_on, places, age_from, age_to, sex, suspended FROM (
    SELECT home_id, starts_on, ends_on, places, age_from, age_to, sex, false AS suspended, recorded_at FROM homes_approval
     WHERE starts_on <= %(day)s
     UNION ALL
    SELECT home_id, starts_on, ends_on, places, age_from, age_to, sex, suspended, recorded_at FROM homes_registration
     WHERE starts_on <= %(day)s) t
 ORDER BY recorded_at DESC
"""
BARRED = """
SELECT home_id, words FROM homes_exclusion
 WHERE starts_on <= %(day)s AND (ends_on IS NULL OR ends_on > %(day)s)
   AND (child_id IS NULL OR child_id = ANY (%(children)s))
"""
LEVELS = {
    ProviderKind.COUNCIL: Level.OWN,
    ProviderKind.OTHER_COUNCIL: Level.REGION,
    ProviderKind.PRIVATE: Level.AGENCY,
    ProviderKind.VOLUNTARY: Level.AGENCY,
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One home with room: what it is called, where in the order it stands, and what the law and the register say of

    it.
    """

    id: UUID
    name: str
    reference: str
    level: str
    places: int
    free: int
    free_told_on: date | None
    law: Lawfully
    at: tuple[int, int] | None
    skills: Sequence[str]
    languages: Sequence[str]
    faiths: Sequence[str]
    cultures: Sequence[str]
    lives_here: Sequence[str]

    @property
    def there(self) -> int:
        """How many children live there by what the home says: the register does not know who they are."""
        return max(0, self.places - self.free)


def candidates(day: date, *, children: Iterable[UUID] = (), levels: Iterable[str] = ()) -> list[Candidate]:
    """Every home that is open and has room, of these levels (all, if none is named). Three statements."""
    wanted = set(levels)
    with connection.cursor() as cursor:
        cursor.execute(BARE)
        rows = cursor.fetchall()
        cursor.execute(TERMS, {"day": day})
        terms: dict[UUID, list[TermsOf]] = {}
        for home, *rest in cursor.fetchall():
            terms.setdefault(home, []).append(TermsOf(*rest))
        cursor.execute(BARRED, {"day": day, "children": list(children)})
        barred: dict[UUID, str] = dict(cursor.fetchall())
    return [
        _candidate(row, level, tuple(terms.get(row[0], ())), barred.get(row[0], ""))
        for row in rows
        if (level := level_of(row[1], row[4])) in wanted or not wanted
    ]


def level_of(kind: str, provider: str) -> str:
    """Where in the order a home stands: our own carers, those of councils nearby, agencies, then residential."""
    return str(LEVELS[ProviderKind(provider)].value if kind == "foster" else Level.RESIDENTIAL.value)


def _candidate(row: tuple[Any, ...], level: str, terms: tuple[TermsOf, ...], barred: str) -> Candidate:
    return Candidate(
        id=row[0],
        name=row[2],
        reference=row[3],
        level=level,
        places=row[5],
        free=row[6],
        free_told_on=row[16],
        law=Lawfully(row[1], row[7], row[8], terms, barred),
        at=None if row[9] is None else (row[9], row[10]),
        skills=row[11],
        languages=row[12],
        faiths=row[13],
        cultures=row[14],
        lives_here=row[15],
    )
