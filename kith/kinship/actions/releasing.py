"""Releasing an item of kinship care to one person by name, and taking it back."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.apart import refuse_what_tells
from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.access.permissions import Permission
from kith.core.action import NotPermittedError, action
from kith.core.actor import Actor
from kith.core.prepared import refuse_unprepared
from kith.kinship.actions.common import permit, said
from kith.kinship.models import NeedToKnow, SupportLine, ToldReason
from kith.story.writing import clean_text


def words_of(item: UUID) -> list[str]:
    """The words that its reader would read, where it has any of its own. Three statements at most."""
    known = NeedToKnow.objects.filter(id=item).values_list("words").first()
    told = known or ToldReason.objects.filter(id=item).values_list("words").first()
    found = told or SupportLine.objects.filter(id=item).values_list("words", "what", "who").first()
    return list(found or ())


@action("kinship.show")
def show(*, by: Actor, item: UUID, reader: UUID, prepared: bool, how_prepared: str) -> None:
    """Let `reader` read one item behind their own door; once is enough.

    Raises NotPermittedError: for what is not open to the worker or not for that reader (a carer of the child, or the
    adult who is told), and where it would tell somebody who is kept apart; CannotBeError without how they were prepared.
    """
    permit(by, reader, needs=Permission.RELEASE)
    how = refuse_unprepared(prepared=prepared, how=clean_text(how_prepared))
    refuse_what_tells(reader, words_of(item))
    with connection.cursor() as cursor:
        cursor.execute("SELECT kinship_may_release(%s, %s)", [item, reader])
        if not cursor.fetchone()[0]:
            raise NotPermittedError("This cannot be shown to them.")
    if not Release.objects.filter(reader_id=reader, item=item, withdrawn_at=None).exists():
        Release(
            reader_id=reader, kind=ReleasedKind.KINSHIP, item=item, prepared=True, how_prepared=how,
            released_at=timezone.now(), recorded_by=by.id,
        ).save(force_insert=True)  # fmt: skip
    said(by, "Something of their care for a child was shown to them by name", reader, item=item)


@action("kinship.take_back")
def take_back(*, by: Actor, item: UUID, reader: UUID) -> None:
    """Take it back. What was read stays read. Raises NotPermittedError."""
    permit(by, reader, needs=Permission.RELEASE)
    held = Release.objects.filter(kind=ReleasedKind.KINSHIP, reader_id=reader, item=item, withdrawn_at=None)
    if not held.update(withdrawn_at=timezone.now()):
        raise NotPermittedError("There was nothing to take back.")
    said(by, "Something that was shown to them was taken back", reader, item=item)
