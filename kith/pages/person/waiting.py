"""Rows of loaded files that contradict each other, and files that differ from what a worker wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Value

from kith.returns.models import Difference, StagedRow


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to settle."""

    says: str
    file: str
    row: int | None


def waiting_to_be_settled(ids: Sequence[UUID]) -> list[Waiting]:
    """Held rows and differences of these people. One query."""
    held = StagedRow.objects.filter(person_id__in=ids, settled_at__isnull=True).values_list(
        "file", "row", "reason", Value(""), Value("")
    )
    differ = Difference.objects.filter(person_id__in=ids, settled_at__isnull=True).values_list(
        "file", "row", "field", "recorded", "given"
    )
    found = held.union(differ, all=True).order_by("file", "row")
    return [Waiting(_says(first, recorded, given), file, row) for file, row, first, recorded, given in found]


def _says(first: str, recorded: str, given: str) -> str:
    if not recorded and not given:
        return first
    return f"{first}: the record says {recorded or 'nothing'}, the file says {given or 'nothing'}."
