"""Approvals for a time that run now: how long is left, whether it ran over, whether a nominated officer agreed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from kith.core.reads import AS_IT_IS, DAY, ID, Called
from kith.design.dates import today

TELLS = (8, 12, 14, 15, 16)
"""The weeks at which whoever answers for it is told again (local practice; SI 2010/959 reg 24 sets the end alone)."""


@dataclass(frozen=True, slots=True)
class Running:
    """One approval that has not ended. `until`: its last day, None until an independent review is known."""

    approval: UUID
    child: UUID
    carer: UUID
    began_on: date
    until: date | None
    longer: bool
    agreed: bool
    agreement_on: date | None
    today: date

    @property
    def days_left(self) -> int | None:
        """Days until it ends; below none where it ran over."""
        return None if self.until is None else (self.until - self.today).days

    @property
    def over(self) -> bool:
        """Whether the time ran out and the child is still there: recorded, marked, and told."""
        return self.until is not None and self.until < self.today

    @property
    def week(self) -> int:
        """Which week it is in, the first being 1."""
        return (self.today - self.began_on).days // 7 + 1

    @property
    def pressing(self) -> bool:
        """Whether it is to be told of: over, not agreed, or from the first of the weeks on."""
        return self.over or not self.agreed or (self.until is not None and self.week > TELLS[0])


SQL = """
SELECT t.id, t.child_id, t.carer_id, t.began_on, CASE WHEN r.id IS NULL THEN coalesce(l.runs_until, t.runs_until) END,
       l.id IS NOT NULL, t.agreed_by IS NOT NULL, t.agreement_on
  FROM kinship_temporaryapproval t
  LEFT JOIN kinship_approvalextension l ON l.approval_id = t.id AND l.kind = 'longer'
  LEFT JOIN kinship_approvalextension r ON r.approval_id = t.id AND r.kind = 'review'
 WHERE t.ended_on IS NULL
"""


def running_read() -> Called:
    """Those open to the reader, for a page that asks for them with its other reads."""
    return Called(SQL, (ID, ID, ID, DAY, DAY, AS_IT_IS, AS_IT_IS, DAY))


def running_from(rows: Iterable[Sequence[Any]]) -> list[Running]:
    """From the rows of `running_read`, the one that ends first first."""
    now = today()
    lines = [
        Running(one, child, carer, began, until, longer, agreed, agreement, now)
        for one, child, carer, began, until, longer, agreed, agreement in rows
    ]
    return sorted(lines, key=lambda each: (each.until is None, each.until or now, each.began_on))


def running(child: Sequence[UUID] | None = None) -> list[Running]:
    """Those open to the reader, of these children or of all, the one that ends first first. One statement."""
    with connection.cursor() as cursor:
        if child is None:
            cursor.execute(SQL)
        else:
            cursor.execute(f"{SQL} AND t.child_id = ANY (%s)", [list(child)])
        return running_from(cursor.fetchall())


def ran_over() -> list[tuple[UUID, date]]:
    """For the director alone: children still with a relative whose approval ran out, and the last day. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT child, ended FROM kinship_ran_over()")
        return [(child, ended) for child, ended in cursor.fetchall()]
