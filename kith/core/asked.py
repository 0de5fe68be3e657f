"""What Today asks of a worker that no person's record holds: rooms give it, Today shows it before all else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kith.core.ports import Registry


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to see to: what it is, where it is seen to, what is known of it, and since when."""

    text: str
    href: str
    says: str
    at: datetime


ASKED: Registry[Callable[[UUID, Sequence[UUID]], list[Asked]]] = Registry(
    "what Today asks a worker to see to"
)
"""By room: given an account and the ids of its people, what waits for it, in one statement."""
