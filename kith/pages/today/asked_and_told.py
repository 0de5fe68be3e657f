"""What was asked of this account, what it asked for itself, and what became of steps that it waits for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.reads import AS_IT_IS, AT, ID, NOW, Called, Row
from kith.help.queries.askers import LATELY

SQL = """
SELECT 'offered', giving, reference, giver, said, given_at, false, NULL::uuid FROM help_mine() WHERE NOT held
UNION ALL
SELECT 'told', request, reference, '', words, told_at, words <> '', NULL FROM help_asked_by_me()
 WHERE told_at IS NOT NULL AND NOT seen
UNION ALL
SELECT 'asked', request, reference, '', '', asked_at, false, NULL FROM help_asked_by_me()
 WHERE told_at IS NULL AND asked_at > %s::timestamptz - %s::interval
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


def asked_and_told_read() -> Called:
    """Lines of the actor's, in the order of the fields of `ToMe`; it is told `NOW`."""
    fields = (AS_IT_IS, ID, AS_IT_IS, AS_IT_IS, AS_IT_IS, AT, AS_IT_IS, ID)
    return Called(SQL, fields, (NOW, LATELY))


def asked_and_told_from(rows: Sequence[Row]) -> dict[str, list[ToMe]]:
    """By kind, the longest waiting first."""
    found: dict[str, list[ToMe]] = {"offered": [], "told": [], "asked": [], "step": []}
    for row in rows:
        found[row[0]].append(ToMe(*row))
    for lines in found.values():
        lines.sort(key=lambda each: each.at)
    return found
