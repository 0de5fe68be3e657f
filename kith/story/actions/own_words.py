"""Somebody's own words: written by themselves, or taken down by a worker as they were said."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.access.working_with import who_works_with, workers_told
from kith.core import tell
from kith.core.action import NotPermittedError, action
from kith.core.actor import Actor
from kith.core.labels import Label
from kith.core.models_base import Source
from kith.story.marks import Marked
from kith.story.models import Addressed, EventKind
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
    let_go(draft)
    return event.id


def _workers(persons: Sequence[UUID], *, family: bool) -> set[UUID]:
    """Accounts of those who work with these people today, as far as the writer knows of them."""
    if family:
        return {each.account for each in workers_told()}
    return {each.account for each in who_works_with(persons) if each.current}
