"""What waits to be settled about a person: rooms give it, their page shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from kith.core.ports import Registry


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to settle: what it says, and the file and row that it came from."""

    says: str
    file: str
    row: int | None


@dataclass(frozen=True, slots=True)
class WaitingSource:
    """A room's read of what waits about `IDS` (see kith.core.reads), and what its rows say."""

    read: Callable[[], QuerySet[Any, Any]]
    says: Callable[[Sequence[Sequence[Any]]], list[Waiting]]


waiting: Registry[WaitingSource] = Registry("What waits to be settled")
