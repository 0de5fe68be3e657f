"""What was asked of this account, what it asked for itself, and what became of steps that it waits for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.help.queries.askers import LATELY

SQL = """
SELECT 'offered', giving, reference, giver, said, given_at, false, NULL::uuid FROM help_mine() WHERE NOT held
UNION ALL
SELECT 'told', request, reference, '', words, told_at, words <> '', NULL FROM help_asked_by_me()
 WHERE told_at IS NOT NULL AND NOT seen
UNION ALL
SELECT 'asked', request, reference, '', '', asked_at, false, NULL FROM help_asked_by_me()
 WHERE told_at IS NULL AND asked_at > %s
UNION ALL
SELECT 'step', step, '', '', words, moved_on, done, person FROM plan_news()
"""


@dataclass(frozen=True, slots=True)
class ToMe:
    """One line. `offered`: `id` is the giving; `told`, `asked`: the request; `step`: the step, on `person`'s plan.

    `yes`: something was done, or the step is done.
    """

    kind: str
    id: UUID
    reference: str
    giver: str
    words: str
    at: datetime
    yes: bool
    person: UUID | None


def asked_and_told() -> dict[str, list[ToMe]]:
    """Lines of the actor's by kind, the longest waiting first. One statement."""
    found: dict[str, list[ToMe]] = {"offered": [], "told": [], "asked": [], "step": []}
    with connection.cursor() as cursor:
        cursor.execute(SQL, [timezone.now() - LATELY])
        for row in cursor.fetchall():
            found[row[0]].append(ToMe(*row))
    for lines in found.values():
        lines.sort(key=lambda each: each.at)
    return found
