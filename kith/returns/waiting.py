"""Rows of loaded files that contradict each other, and files that differ from what a worker wrote."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db.models import QuerySet

from kith.core.reads import IDS
from kith.core.waiting import Waiting, WaitingSource, waiting
from kith.returns.models import Difference, StagedRow


def held_read() -> QuerySet[StagedRow, Any]:
    """Rows held in staging about these people."""
    found = StagedRow.objects.filter(person_id__among=IDS, settled_at__isnull=True).order_by("file", "row")
    return found.values_list("reason", "file", "row")


def held_says(rows: Sequence[Sequence[Any]]) -> list[Waiting]:
    """Each with its own reason, which names the other row."""
    return [Waiting(reason, file, row) for reason, file, row in rows]


def differences_read() -> QuerySet[Difference, Any]:
    """What files say against what workers wrote."""
    found = Difference.objects.filter(person_id__among=IDS, settled_at__isnull=True).order_by("file", "row")
    return found.values_list("field", "recorded", "given", "file", "row")


def differences_say(rows: Sequence[Sequence[Any]]) -> list[Waiting]:
    """Both sides, so that a worker can tell which is right."""
    return [
        Waiting(
            f"{field}: the record says {recorded or 'nothing'}, the file says {given or 'nothing'}.",
            file,
            row,
        )
        for field, recorded, given, file, row in rows
    ]


def fill() -> None:
    """Give a person's page what waits (at start-up)."""
    waiting.add("held", WaitingSource(held_read, held_says))
    waiting.add("differences", WaitingSource(differences_read, differences_say))
