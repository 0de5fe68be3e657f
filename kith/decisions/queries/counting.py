"""What a meeting counts as: worked out from what was done. Without every mark of quality it is no conference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from kith.decisions.models.offer import MeetingKind

MARKS = {
    "held": "It was held.",
    "private_time": "The family had private time, without any professional.",
    "independent": "The coordinator was independent.",
    "all_prepared": "Everybody who was asked was made ready.",
    "own_plan": "The family made a plan of its own.",
}


@dataclass(frozen=True, slots=True)
class CountsAs:
    """`kind`: what it counts as; `lacks`: which marks of a conference are not there, in words."""

    kind: MeetingKind
    lacks: tuple[str, ...]


def counts_as(meeting: UUID) -> CountsAs | None:
    """For those who may read the meeting; None for others. As `count_as`."""
    return count_as([meeting]).get(meeting)


def count_as(meetings: Sequence[UUID]) -> dict[UUID, CountsAs]:
    """Those of these meetings that the actor may read. One statement, or none where none is asked about.

    A meeting that was meant as a conference and lacks a mark counts as a network meeting. Source: the family group
    conference quality marks (independent coordinator, preparation, private family time, the family's own plan).
    """
    if not meetings:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT m.id, kind, held, private_time, independent, all_prepared, own_plan"
            " FROM unnest(%s::uuid[]) m (id), LATERAL decisions_marks(m.id)",
            [list(meetings)],
        )
        return {meeting: _counts(kind, marks) for meeting, kind, *marks in cursor.fetchall()}


def _counts(kind: str, found: Sequence[bool]) -> CountsAs:
    lacks = tuple(says for says, there in zip(MARKS.values(), found, strict=True) if not there)
    if kind == MeetingKind.CONFERENCE and lacks:
        return CountsAs(MeetingKind.NETWORK, lacks)
    return CountsAs(MeetingKind(kind), lacks if kind == MeetingKind.CONFERENCE else ())
