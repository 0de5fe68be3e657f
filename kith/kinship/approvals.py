"""Approvals for a time that run now: how long is left, whether it ran over, whether a nominated officer agreed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

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
    """Those open to the reader, of these children or of all, the one that ends first first. Two statements."""
    found = TemporaryApproval.objects.filter(ended_on=None)
    if child is not None:
        found = found.filter(child_id__in=child)
    rows = list(found)
    more: dict[UUID, dict[str, ApprovalExtension]] = {}
    for each in ApprovalExtension.objects.filter(approval_id__in=[row.id for row in rows]) if rows else ():
        more.setdefault(each.approval_id, {})[each.kind] = each
    now = today()
    lines = [_running(row, more.get(row.id, {}), now) for row in rows]
    return sorted(lines, key=lambda each: (each.until is None, each.until or now, each.began_on))


def _running(row: TemporaryApproval, more: dict[str, ApprovalExtension], now: date) -> Running:
    longer = more.get(ExtensionKind.LONGER)
    until = longer.runs_until if longer else row.runs_until
    return Running(
        approval=row.id,
        child=row.child_id,
        carer=row.carer_id,
        began_on=row.began_on,
        until=None if ExtensionKind.REVIEW in more else until,
        longer=longer is not None,
        agreed=row.agreed_by is not None,
        agreement_on=row.agreement_on,
        today=now,
    )
