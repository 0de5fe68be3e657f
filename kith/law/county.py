"""Everybody's duties at once: the facts of the record in columns, put to the register as it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from uuid import UUID

from kith.law import providers
from kith.law.columnar import Aged, Obligations, Room, derive_all
from kith.law.register import Register
from kith.law.rooms import rooms


def all_obligations(
    register: Register,
    *,
    as_at: date,
    believed: datetime | None = None,
    persons: Sequence[UUID] | None = None,
    without: Sequence[UUID] = (),
    spill: Path | None = None,
) -> Iterator[Obligations]:
    """Obligations of everybody whose facts the actor may see, as at a day and as believed at a moment.

    Arrow batches in order of person, duty and start, linked records as one person by the id that is kept. All that
    is read is read before this returns. `persons` narrows to some, `without` leaves some out; `spill` is a folder
    for what does not fit into memory. Raises NotPermittedError when a family's account asks for what was believed.
    """

    def read(aged: Aged | None) -> Iterator[Room]:
        return rooms(aged, persons=persons, believed=believed, without=without)

    covered = providers.coverage(as_at, believed)
    return derive_all(read, register, as_at=as_at, coverage=covered, spill=spill)
