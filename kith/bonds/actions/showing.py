"""Showing a plan of time, with where and when, to one person by name; and taking it back."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.access.permissions import Permission
from kith.bonds.models import TimePlan
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.prepared import refuse_unprepared
from kith.story.writing import clean_text

WHY_NOT = {
    "not_yours": "This cannot be shown to them.",
    "not_told": "It comes of a concern that is not told yet. Tell them first, or lift it.",
    "forbidden": "Something stands in the way of these two being together. It is on the child’s page.",
    "address": "A place of a time to come would tell them where somebody lives or goes to school.",
}


@action("bonds.show_time")
def show_time(*, by: Actor, plan: UUID, reader: UUID, prepared: bool, how_prepared: str) -> None:
    """Let `reader` see this plan, and where and when each time is, on their own page; once is enough.

    Raises NotPermittedError, with why, for anybody whom something keeps from it; CannotBeError unprepared.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=[reader])
    how = refuse_unprepared(prepared=prepared, how=clean_text(how_prepared))
    with connection.cursor() as cursor:
        cursor.execute("SELECT bonds_why_not(%s, %s)", [plan, reader])
        why = cursor.fetchone()[0]
    if why is not None:
        raise NotPermittedError(WHY_NOT[why])
    child = TimePlan.objects.values_list("child_id", flat=True).get(id=plan)
    concerns([reader, child], plan=plan)
    if not Release.objects.filter(reader_id=reader, item=plan, withdrawn_at=None).exists():
        Release(
            reader_id=reader,
            kind=ReleasedKind.TIME,
            item=plan,
            prepared=prepared,
            how_prepared=how,
            released_at=timezone.now(),
            recorded_by=by.id,
        ).save(force_insert=True)
    tell.tell(by=by, about=[reader], title="Time together was shown to them by name")


@action("bonds.take_back_time")
def take_back_time(*, by: Actor, plan: UUID, reader: UUID) -> None:
    """Take it back. What was read stays read. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.RELEASE, persons=[reader])
    held = Release.objects.filter(kind=ReleasedKind.TIME, reader_id=reader, item=plan, withdrawn_at=None)
    if not held.update(withdrawn_at=timezone.now()):
        raise NotPermittedError("There was nothing to take back.")
    concerns([reader], plan=plan)
    tell.tell(by=by, about=[reader], title="Time together that was shown to them was taken back")
