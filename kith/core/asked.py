"""What Today asks of a worker that no person's record holds: rooms give it, Today shows it before all else."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from kith.core.ports import Registry
from kith.core.reads import Read, Row


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing to see to: what it is, where it is seen to, what is known of it, and since when."""

    text: str
    href: str
    says: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Asks:
    """What a room asks: reads, which Today puts in its own statement, and what makes lines of their rows by name.

    The reads are told `ACCOUNT`, `IDS` (of the people of that account), `TODAY` and `NOW`.
    """

    reads: Mapping[str, Read]
    lines: Callable[[Mapping[str, Sequence[Row]]], list[Asked]]


ASKED: Registry[Asks] = Registry("what Today asks a worker to see to")
"""By room: what waits for an account or for its people."""
