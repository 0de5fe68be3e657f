"""Rows of loaded files that contradict each other, and files that differ from what a worker wrote."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from kith.returns.models import Difference, StagedRow


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to settle."""

    says: str
    file: str
    row: int | None


def held_read(ids: Sequence[UUID]) -> QuerySet[StagedRow, Any]:
    """Rows held in staging about these people."""
    found = StagedRow.objects.filter(person_id__in=ids, settled_at__isnull=True).order_by("file", "row")
    return found.values_list("reason", "file", "row")


def differences_read(ids: Sequence[UUID]) -> QuerySet[Difference, Any]:
    """What files say against what workers wrote."""
    found = Difference.objects.filter(person_id__in=ids, settled_at__isnull=True).order_by("file", "row")
    return found.values_list("field", "recorded", "given", "file", "row")


def waiting_from(held: Iterable[Sequence[Any]], differences: Iterable[Sequence[Any]]) -> list[Waiting]:
    """What is to be settled, from the rows of both reads."""
    return [Waiting(reason, file, row) for reason, file, row in held] + [
        Waiting(f"{field}: the record says {recorded or 'nothing'}, the file says {given or 'nothing'}.", file, row)
        for field, recorded, given, file, row in differences
    ]
