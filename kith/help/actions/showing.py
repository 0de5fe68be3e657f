"""Showing what help was offered or given to one person by name, and taking it back."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.apart import refuse_what_tells
from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.prepared import refuse_unprepared
from kith.help.models import HelpOffer, PracticalHelp
from kith.story.writing import clean_text


def words_of_help(item: UUID) -> str:
    """What was offered or given, in words; empty where it is not open to the actor. Two queries at most."""
    for model in (HelpOffer, PracticalHelp):
        found = model.objects.filter(id=item).values_list("what", flat=True).first()
        if found:
            return str(found)
    return ""


@action("help.show_help")
def show_help(*, by: Actor, item: UUID, reader: UUID, prepared: bool, how_prepared: str) -> None:
    """Let `reader` read what help was offered or given, behind their own door; once is enough.

    Raises NotPermittedError: for what is not open to the worker, comes from a concern not told, or would tell somebody
    who is kept apart; for a reader who is nobody of that family; and without a word of how they were prepared.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=[reader])
    how = refuse_unprepared(prepared=prepared, how=clean_text(how_prepared))
    words = words_of_help(item)
    refuse_what_tells(reader, [words])
    with connection.cursor() as cursor:
        cursor.execute("SELECT help_may_release(%s, %s)", [item, reader])
        if not words or not cursor.fetchone()[0]:
            raise NotPermittedError("This cannot be shown to them.")
    concerns([reader], item=item, prepared=prepared)
    if not Release.objects.filter(reader_id=reader, item=item, withdrawn_at=None).exists():
        Release(
            reader_id=reader,
            kind=ReleasedKind.HELP,
            item=item,
            prepared=prepared,
            how_prepared=how,
            released_at=timezone.now(),
            recorded_by=by.id,
        ).save(force_insert=True)
    tell.tell(by=by, about=[reader], title="Help that was offered or given was shown to them by name")


@action("help.take_back_help")
def take_back_help(*, by: Actor, item: UUID, reader: UUID) -> None:
    """Take it back. What was read stays read. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.RELEASE, persons=[reader])
    held = Release.objects.filter(kind=ReleasedKind.HELP, reader_id=reader, item=item, withdrawn_at=None)
    if not held.update(withdrawn_at=timezone.now()):
        raise NotPermittedError("There was nothing to take back.")
    concerns([reader], item=item)
    tell.tell(by=by, about=[reader], title="Help that was shown to them was taken back")
