"""Who of a family is told of a change, by name, and what they then see behind their own door."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils import timezone

from kith.access.allocating.kin import kin_of
from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.core.action import NotPermittedError, concerns
from kith.core.actor import Actor
from kith.core.prepared import refuse_unprepared


@dataclass(frozen=True, slots=True)
class Told:
    """Who of the family is told, by name, and how each was prepared for it."""

    readers: tuple[UUID, ...] = ()
    prepared: bool = False
    how_prepared: str = ""


NOBODY = Told()


def release(
    by: Actor, persons: Sequence[UUID], involvements: Sequence[UUID], event: UUID, told: Told
) -> None:
    """Let the named readers see the worker, and the event that says so, behind their own door.

    Raises NotPermittedError for a reader of no family or network of theirs, CannotBeError
    before they are prepared.
    """
    if not told.readers:
        return
    if not set(told.readers) <= kin_of(persons):
        raise NotPermittedError("Choose somebody of this family or network.")
    how = refuse_unprepared(prepared=told.prepared, how=told.how_prepared)
    items = [(ReleasedKind.EVENT, event), *((ReleasedKind.INVOLVEMENT, each) for each in involvements)]
    for reader in sorted(set(told.readers), key=str):
        for kind, item in items:
            Release(
                reader_id=reader,
                kind=kind,
                item=item,
                prepared=told.prepared,
                how_prepared=how,
                released_at=timezone.now(),
                recorded_by=by.id,
            ).save(force_insert=True)
    concerns([*told.readers], told=sorted(str(each) for each in told.readers))
