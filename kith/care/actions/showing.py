"""Showing one thing of a child in care to one person by name, and taking it back; and a yes taken back from the door."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.models import Release
from kith.access.models.door import ReleasedKind
from kith.access.permissions import Permission
from kith.care.queries.shared import Shared, my_care
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.prepared import refuse_unprepared
from kith.marked import marked
from kith.story.actions import write_own_words
from kith.story.marks import Marked
from kith.story.writing import clean_text

WHY_NOT = {
    "not_yours": "This cannot be shown to them.",
    "tells": "It would tell them where somebody is, or of a child’s days whom they are kept apart from.",
}


@action("care.show")
def show(*, by: Actor, item: UUID, reader: UUID, prepared: bool, how_prepared: str) -> None:
    """Let `reader` read one thing of a child in care on their own page; once is enough.

    Raises NotPermittedError, with why, for whom it is not for and what would tell; CannotBeError unprepared.
    """
    tell.permit(by=by, permission=Permission.RELEASE, persons=[reader])
    how = refuse_unprepared(prepared=prepared, how=clean_text(how_prepared))
    with connection.cursor() as cursor:
        cursor.execute("SELECT care_why_not(%s, %s)", [item, reader])
        why = cursor.fetchone()[0]
    if why is not None:
        raise NotPermittedError(WHY_NOT[why])
    concerns([reader], item=str(item))
    if not Release.objects.filter(reader_id=reader, item=item, withdrawn_at=None).exists():
        Release(
            reader_id=reader, kind=ReleasedKind.CARE, item=item, prepared=prepared, how_prepared=how,
            released_at=timezone.now(), recorded_by=by.id,
        ).save(force_insert=True)  # fmt: skip
    tell.tell(by=by, about=[reader], title="Something of a child in care was shown to them by name")


@action("care.take_back_shown")
def take_back_shown(*, by: Actor, item: UUID, reader: UUID) -> None:
    """Take it back. What was read stays read. Raises NotPermittedError."""
    tell.permit(by=by, permission=Permission.RELEASE, persons=[reader])
    held = Release.objects.filter(kind=ReleasedKind.CARE, reader_id=reader, item=item, withdrawn_at=None)
    if not held.update(withdrawn_at=timezone.now()):
        raise NotPermittedError("There was nothing to take back.")
    concerns([reader], item=str(item))
    tell.tell(by=by, about=[reader], title="Something that was shown to them was taken back")


@action("care.say_take_back")
def say_take_back(*, by: Actor, item: UUID, said: str, me: UUID, whose: str) -> UUID:
    """Somebody takes back their yes to being looked after, from their own page; the id of what their workers read.

    It holds from when it was said (Children Act 1989 s20(7)-(8)); what it means tonight is for the workers to settle with
    them, and it passes to duty where nobody reads it. Raises NotPermittedError for what is not theirs.
    """
    if standing(my_care(), item) is None:
        raise NotPermittedError(marked("There is nothing like this, or it is not open to you."))
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS, persons=[me])
    kept = clean_text(said).strip()[:2000]
    text = [
        Marked("Takes back the yes to the child being looked after by agreement. Ring them today."),
        Marked(kept or "(nothing more)"),
    ]
    made = write_own_words(by=by, persons=[me], text=text, whose=whose)
    nothing_to_tell("it goes to those who work with them in their own words")
    concerns([me], item=str(item))
    return made


def standing(shown: list[Shared], item: UUID) -> Shared | None:
    """My yes that stands, among what was shown to me."""
    return next((each for each in shown if each.item == item and each.stands), None)
