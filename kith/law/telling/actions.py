"""Telling somebody of a family by name what the council must do because of a matter, and taking that back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from kith.access.allocating.kin import may_be_told
from kith.access.models import NotYetTold, Release
from kith.access.models.door import ReleasedKind
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.prepared import refuse_unprepared
from kith.law.telling.matters import Matter, matters

NOT_YET = "There is a concern that the family is not told of. This began after it. It cannot be told until that ends."


@action("law.tell_what_is_due")
def tell_what_is_due(
    *, by: Actor, persons: Sequence[UUID], matter: UUID, reader: UUID, prepared: bool, how_prepared: str
) -> None:
    """Let `reader` see what the council must do by when because of a matter; `persons` are all ids of whom it is about.

    Raises NotPermittedError: for a matter that may not be told or that a concern not yet told may have begun,
    for a reader who is nobody's kin, and for one who was told already.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=persons[:1])
    how = refuse_unprepared(prepared=prepared, how=how_prepared)
    found = _found(persons, matter)
    if reader not in may_be_told(persons):
        raise NotPermittedError("Choose somebody of this family or network.")
    if reader in {each.reader for each in found.told}:
        raise NotPermittedError("They can see it already.")
    if any(timezone.localdate(since) <= found.began for since in _concerns(persons)):
        raise NotPermittedError(NOT_YET)
    Release(
        reader_id=reader,
        kind=ReleasedKind.DUTY,
        item=matter,
        prepared=prepared,
        how_prepared=how,
        released_at=timezone.now(),
        recorded_by=by.id,
    ).save(force_insert=True)
    facts = {"of": str(matter), "reader": str(reader), "prepared": prepared}
    tell.tell(by=by, about=list(persons[:1]), title="Somebody was told by name what we must do", facts=facts)
    concerns([*persons[:1], reader], **facts)


@action("law.take_back_what_is_due")
def take_back_what_is_due(*, by: Actor, persons: Sequence[UUID], matter: UUID, reader: UUID) -> None:
    """Take back what `reader` could see because of a matter. What was read stays read. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.RELEASE, persons=persons[:1])
    _found(persons, matter)
    taken = Release.objects.filter(
        kind=ReleasedKind.DUTY, item=matter, reader_id=reader, withdrawn_at__isnull=True
    ).update(withdrawn_at=timezone.now())
    if not taken:
        raise NotPermittedError("There was nothing to take back.")
    facts = {"of": str(matter), "reader": str(reader)}
    tell.tell(
        by=by,
        about=list(persons[:1]),
        title="What somebody was told of what we must do was taken back",
        facts=facts,
    )
    concerns([*persons[:1], reader], **facts)


def _found(persons: Sequence[UUID], matter: UUID) -> Matter:
    found = next((each for each in matters(persons) if each.item == matter), None)
    if found is None:
        raise NotPermittedError("There is nothing here that a family may be told of.")
    return found


def _concerns(persons: Sequence[UUID]) -> list[datetime]:
    found = NotYetTold.objects.filter(persons__overlap=list(persons), ended_at__isnull=True)
    return list(found.values_list("since", flat=True))
