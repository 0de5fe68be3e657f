"""Showing a home to the child, or a child to carers, in words for that one reader; and answering what they say."""

from __future__ import annotations

from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.models import Account, Release
from kith.access.models.door import ReleasedKind
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.core.prepared import refuse_unprepared
from kith.design.dates import today
from kith.homes.actions.choosing import GONE, choice_for
from kith.homes.models import Said, Shown
from kith.homes.models.shown import MOST
from kith.story.writing import clean_text

WHY_NOT = {
    "not_told": "The search comes of a concern that is not told yet. Tell them first, or lift it.",
    "apart": "They are kept apart from somebody, and this would tell them of that person: leave it out.",
    "address": "This tells where somebody lives or goes to school. Leave it out: people tell that themselves.",
}
NAMED = "Until a home is agreed nobody is named: leave out {}, and every other name and place."


@action("homes.show")
def show(*, by: Actor, choice: UUID, reader: UUID, words: str, prepared: bool, how_prepared: str) -> UUID:
    """Let the child, or a carer of the home, read these words at their own door; the id of what they read.

    Raises NotPermittedError; CannotBeError without words, unprepared, while the search comes of a concern not told, and
    for words with a name (before a home is agreed), an address, or of anybody whom the reader is kept apart from.
    """
    found = choice_for(by, choice)
    tell.permit(by=by, permission=Permission.RELEASE, persons=[found.child_id])
    how = refuse_unprepared(prepared=prepared, how=clean_text(how_prepared))
    said = clean_text(words).strip()[:MOST]
    if not said:
        raise CannotBeError("Write what they may know, in words for them.", field="words")
    as_carer = reader != found.child_id
    _refused(found.id, reader, said, as_carer=as_carer)
    made = Shown(
        choice=found, child_id=found.child_id, reader_id=reader, as_carer=as_carer, words=said, on=today(),
        recorded_by=by.id,
    )  # fmt: skip
    made.save(force_insert=True)
    Release(
        reader_id=reader, kind=ReleasedKind.HOME, item=made.id, prepared=True, how_prepared=how,
        released_at=timezone.now(), recorded_by=by.id,
    ).save(force_insert=True)  # fmt: skip
    concerns([found.child_id], choice=choice, shown=made.id, reader=reader)
    title = "Carers were shown a child" if as_carer else "A home that is thought of was shown to the child"
    tell.tell(by=by, about=[found.child_id], title=title)
    return made.id


@action("homes.take_back")
def take_back(*, by: Actor, shown: UUID) -> None:
    """Take it back. What was read stays read, and what was said stays. Raises NotPermittedError."""
    found = Shown.objects.filter(id=shown).first()
    if found is None:
        raise NotPermittedError(GONE)
    tell.permit(by=by, permission=Permission.RELEASE, persons=[found.child_id])
    held = Release.objects.filter(kind=ReleasedKind.HOME, item=shown, withdrawn_at=None)
    if not held.update(withdrawn_at=timezone.now()):
        raise NotPermittedError("There was nothing to take back.")
    concerns([found.child_id], shown=shown)
    tell.tell(by=by, about=[found.child_id], title="What was shown of a home was taken back")


@action("homes.answer_said")
def answer_said(*, by: Actor, said: UUID, answer: str) -> None:
    """What came of what somebody wrote at their own door, once, in words that they read.

    Raises NotPermittedError; CannotBeError without words, and for words that might not be shown to them.
    """
    found = (
        Said.objects.select_related("shown").filter(id=said, shown__isnull=False, answered_on=None).first()
    )
    if found is None or found.shown is None:
        raise NotPermittedError(GONE)
    tell.permit(by=by, permission=Permission.RELEASE, persons=[found.child_id])
    words = clean_text(answer).strip()[:1000]
    if not words:
        raise CannotBeError("Write what came of it, in words for them.", field="answer")
    _refused(found.choice_id, found.shown.reader_id, words, as_carer=found.shown.as_carer, field="answer")
    Said.objects.filter(id=said, answered_on=None).update(
        answer=words, answered_on=today(), answered_as=named(by)
    )
    concerns([found.child_id], said=said)
    tell.tell(by=by, about=[found.child_id], title="What was said to a home was answered")


def named(by: Actor) -> str:
    """What whoever acts is called. One statement."""
    return (Account.objects.filter(id=by.id).values_list("display_name", flat=True).first() or "")[:120]


def _refused(choice: UUID, reader: UUID, words: str, *, as_carer: bool, field: str = "words") -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT homes_words_why_not(%s, %s, %s, %s)", [choice, reader, as_carer, words])
        why = cursor.fetchone()[0]
    if why is None:
        return
    if why == "not_yours":
        raise NotPermittedError("This cannot be shown to them.")
    code, _, name = why.partition(":")
    raise CannotBeError(NAMED.format(name) if code == "name" else WHY_NOT[code], field=field)
