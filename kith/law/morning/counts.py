"""How much is due to the people of one worker, counted by the worker's process as that account would see it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from kith.access.working_with import people_of
from kith.core.labels import Label
from kith.law import fact_kinds, providers
from kith.law.due import rules_of
from kith.law.engine import derive
from kith.law.facts import Fact
from kith.law.recorded import facts_of

WEEK = 7
# As the policies of protection and of care have it (migrations 0002 of both).
OUTSIDE = frozenset({"partner", "school", "coordinator"})
OF_HEALTH = frozenset(
    {
        "health_assessment_in_year",
        "dental_check_in_year",
        "strengths_and_difficulties_score",
        "strengths_and_difficulties_reason",
    }
)
_OPEN = """
SELECT person, bit_or(label_mask) FROM access_grant
 WHERE actor = %s AND person = ANY (%s::uuid[]) AND level >= 2 AND during @> now()
 GROUP BY person HAVING bit_or(label_mask) & 1 <> 0
"""


@dataclass(frozen=True, slots=True)
class Counts:
    """So many late, due today and due within a week after."""

    late: int
    today: int
    week: int

    def __bool__(self) -> bool:
        return bool(self.late or self.today or self.week)

    def __str__(self) -> str:
        said = ((self.late, "late"), (self.today, "due today"), (self.week, "due this week"))
        return ", ".join(f"{number} {what}" for number, what in said if number)


def counts(account: UUID, role: str, today: date) -> Counts:
    """For an account of this role, whoever acts. Six statements.

    The worker's login reads every fact, so what the account's grants and role leave out is left out here.
    """
    masks = _open_to(account, list(people_of([account], today)[account]))
    held = list(_seen(facts_of(list(masks)), masks, role))
    found = [
        each.due
        for each in derive(held, rules_of(today), as_at=today, coverage=providers.coverage(today))
        if each.state in {"due", "late"} and each.closed is None
    ]
    return Counts(
        late=sum(due < today for due in found),
        today=found.count(today),
        week=sum(0 < (due - today).days <= WEEK for due in found),
    )


def _open_to(account: UUID, persons: Sequence[UUID]) -> dict[UUID, int]:
    with connection.cursor() as cursor:
        cursor.execute(_OPEN, [account, list(persons)])
        return dict(cursor.fetchall())


def _seen(facts: Sequence[Fact], masks: dict[UUID, int], role: str) -> Iterator[Fact]:
    known = fact_kinds.known()
    for fact in facts:
        if known[fact.kind].room == "protection" and role in OUTSIDE:
            continue
        if fact.kind in OF_HEALTH and not masks[fact.person] & Label.HEALTH:
            continue
        yield fact
