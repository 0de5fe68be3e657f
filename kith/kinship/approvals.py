"""Approvals for a time that run now: how long is left, whether it ran over, whether a nominated officer agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Subquery

from kith.design.dates import today
from kith.kinship.models import ApprovalExtension, ExtensionKind, TemporaryApproval

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


def running(child: Sequence[UUID] | None = None) -> list[Running]:
    """Those open to the reader, of these children or of all, the one that ends first first. One statement."""
    more = ApprovalExtension.objects.filter(approval_id=OuterRef("id"))
    found = TemporaryApproval.objects.filter(ended_on=None).annotate(
        longer_until=Subquery(more.filter(kind=ExtensionKind.LONGER).values("runs_until")[:1]),
        in_review=Exists(more.filter(kind=ExtensionKind.REVIEW)),
    )
    if child is not None:
        found = found.filter(child_id__in=child)
    now = today()
    lines = [
        Running(
            approval=row.id,
            child=row.child_id,
            carer=row.carer_id,
            began_on=row.began_on,
            until=None if row.in_review else row.longer_until or row.runs_until,
            longer=row.longer_until is not None,
            agreed=row.agreed_by is not None,
            agreement_on=row.agreement_on,
            today=now,
        )
        for row in found
    ]
    return sorted(lines, key=lambda each: (each.until is None, each.until or now, each.began_on))


def ran_over() -> list[tuple[UUID, date]]:
    """For the director alone: children still with a relative whose approval ran out, and the last day. One statement."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT child, ended FROM kinship_ran_over()")
        return [(child, ended) for child, ended in cursor.fetchall()]
