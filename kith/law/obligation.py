"""One obligation: a duty that fell due to one person, with its dates, its state and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal
from uuid import UUID

from kith.law.reasoning import Step

State = Literal["due", "met", "late", "met_late", "excused"]
Force = Literal["required", "advisory"]


@dataclass(frozen=True, slots=True)
class Obligation:
    """What is, or was, to be done by when.

    `met` is the day it was done. `closed` is the day from which nothing can meet it any more (care ended): a
    late one that is closed stays on the record, but there is nothing left to do. `ref` is the
    matter that it is about, if any. `because` is the reasoning.
    """

    duty: str
    person: UUID
    name: str
    family_name: str
    starts: date
    due: date
    met: date | None
    state: State
    force: Force
    source: str
    excuse: str
    closed: date | None
    ref: str
    because: tuple[Step, ...]


def as_json(obligation: Obligation) -> dict[str, str | None]:
    """The shape that `kith duties --format json` prints: dates as YYYY-MM-DD, no excuse as null."""
    return {
        "duty": obligation.duty,
        "person": str(obligation.person),
        "name": obligation.name,
        "starts": obligation.starts.isoformat(),
        "due": obligation.due.isoformat(),
        "met": obligation.met.isoformat() if obligation.met else None,
        "state": obligation.state,
        "force": obligation.force,
        "source": obligation.source,
        "excuse": obligation.excuse or None,
    }
