"""Somebody's own words: written by themselves, or taken down by a worker as they were said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.access.working_with import who_works_with, workers_told
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.core.models_base import Source
from kith.core.working_time import one_working_day_later
from kith.story.marks import Marked
from kith.story.models import About, Addressed, EventKind, WordsRead, WordsSent
from kith.story.writing import Telling, let_go, put


@action("story.write_own_words")
def write_own_words(
    *,
    by: Actor,
    persons: Sequence[UUID],
    text: Sequence[Marked],
    whose: str,
    private: bool = False,
    to: Sequence[UUID] = (),
    happened_at: datetime | None = None,
    covert: UUID | None = None,
    draft: UUID | None = None,
) -> UUID:
    """Write own words about `persons`, `whose` name standing under them; the id of the event.

    With `private` they are sealed, and read only by their writer and by the accounts in `to`, each of whom
    must be a worker whom the writer knows of. Raises NotPermittedError, AlreadyWrittenError.
    """
    family = role_named(by.role).family
    tell.permit(
        by=by, permission=Permission.WRITE_OWN_WORDS if family else Permission.WRITE_STORY, persons=persons
    )
    if to and not set(to) <= _workers(persons, family=family):
        raise NotPermittedError("Choose somebody who works with you.")
    if private and family and not to:
        raise NotPermittedError("Choose who may read this.")
    label = Label.CHILD_PRIVATE if private else Label.NORMAL
    passages = [Marked(each.text, label if private else each.label, each.person, whose) for each in text]
    telling = Telling(
        kind=EventKind.OWN_WORDS,
        title=f"{whose}, in their own words",
        passages=passages,
        happened_at=happened_at,
        facts={"sections": ["their_words"] * len(passages)},
        label=label,
        covert=covert,
        source=Source.FAMILY if family else Source.WORKER,
        draft=draft,
    )
    event = put(by=by, persons=persons, telling=telling)
    if family and to:
        Addressed.objects.bulk_create(
            Addressed(event=event, account_id=account, recorded_by=by.id, source=Source.FAMILY)
            for account in sorted(set(to), key=str)
        )
    if family:
        WordsSent(
            event=event,
            passes_at=one_working_day_later(timezone.now()),
            recorded_by=by.id,
            source=Source.FAMILY,
        ).save(force_insert=True)
    let_go(draft)
    return event.id


def _workers(persons: Sequence[UUID], *, family: bool) -> set[UUID]:
    """Accounts of those who work with these people today, as far as the writer knows of them."""
    if family:
        return {each.account for each in workers_told()}
    return {each.account for each in who_works_with(persons) if each.current}


@action("story.read_words")
def read_words(*, by: Actor, event: UUID) -> None:
    """Say that one has read what a family wrote. Saying it again changes nothing. Raises NotPermittedError.

    Whether it answers the writer, the database tells: by one of the writer's workers, whom it was sent to,
    or duty once it has passed to duty. Until one of those has, it goes on waiting.
    """
    sent = WordsSent.objects.filter(event_id=event).first()
    about = list(About.objects.filter(event_id=event).values_list("person_id", flat=True))
    tell.permit(by=by, permission=Permission.WRITE_STORY, persons=about)
    if sent is None:
        raise NotPermittedError("There are no such words, or they are not open to you.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT story_reading_counts(%s, %s)", [event, by.id])
        (counts,) = cursor.fetchone()
    read = WordsRead(event_id=event, account_id=by.id, counts=counts, recorded_by=by.id)
    WordsRead.objects.bulk_create([read], ignore_conflicts=True)
    if counts:
        WordsSent.objects.filter(id=sent.id, first_read_at=None).update(first_read_at=timezone.now())
    nothing_to_tell("the words are on the story already, and who read them stands beside them")
    concerns(about, event=str(event), counts=counts)
