"""Drafts: saved every few seconds, so that nothing typed is lost. Two writers each keep their words.

Saving again is not an action: it tells nobody's story, and an audit row every three seconds would bury
the rest. Beginning, sharing and throwing away a draft are (see docs/adr/0071).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.utils import timezone

from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.story.models import Draft
from kith.story.sealing import open_fields, seal_fields

Fields = Mapping[str, list[str]]
WHY = "a draft is nobody's story until it is finished"


@dataclass(frozen=True, slots=True)
class Saved:
    """Where the words lie now. `split`: somebody else had saved since, so they are beside theirs."""

    draft: UUID
    revision: int
    at: datetime
    split: bool = False


def save_draft(
    *,
    by: Actor,
    draft: UUID,
    revision: int,
    person: UUID,
    form: str,
    fields: Fields,
) -> Saved:
    """Keep what is typed, on top of `revision` (0: never saved). Never overwrites what another tab saved.

    When the draft has moved on, or is gone, the words become a draft of their own. Raises NotPermittedError.
    """
    with transaction.atomic():
        found = Draft.objects.select_for_update().filter(id=draft).first()
        if found is None:
            return _begun(
                draft if revision == 0 else uuid4(),
                by=by,
                person=person,
                form=form,
                fields=fields,
                split=revision != 0,
            )
        if open_fields(found.id, bytes(found.sealed)) == dict(fields):
            return Saved(found.id, found.revision, found.saved_at)
        if found.revision == revision:
            found.sealed, found.recorded_by = seal_fields(found.id, fields), by.id
            found.revision += 1
            found.save(update_fields=["sealed", "recorded_by", "revision", "saved_at"])
            return Saved(found.id, found.revision, found.saved_at)
        with_whom = [each for each in (found.account_id, *found.shared_with) if each != by.id]
        other = uuid4()
        saved = start_draft(
            by=by,
            draft=other,
            person=found.person_id,
            form=found.form,
            fields=fields,
            shared_with=with_whom,
            split_from=found.id,
        )
        return Saved(other, 1, saved, split=True)


def _begun(draft: UUID, *, by: Actor, person: UUID, form: str, fields: Fields, split: bool) -> Saved:
    try:
        with transaction.atomic():
            at = start_draft(by=by, draft=draft, person=person, form=form, fields=fields)
    except IntegrityError:  # another tab was first with the same draft
        draft, split = uuid4(), True
        at = start_draft(by=by, draft=draft, person=person, form=form, fields=fields)
    return Saved(draft, 1, at, split)


@action("story.start_draft")
def start_draft(
    *,
    by: Actor,
    draft: UUID,
    person: UUID,
    form: str,
    fields: Fields,
    shared_with: Sequence[UUID] = (),
    split_from: UUID | None = None,
) -> datetime:
    """Begin a draft; when it was saved. Raises NotPermittedError."""
    family = role_named(by.role).family
    permission = Permission.WRITE_OWN_WORDS if family else Permission.WRITE_STORY
    tell.permit(by=by, permission=permission, persons=[person])
    nothing_to_tell(WHY)
    made = Draft(
        id=draft,
        account_id=by.id,
        person_id=person,
        form=form,
        sealed=seal_fields(draft, fields),
        shared_with=list(shared_with),
        split_from_id=split_from,
        recorded_by=by.id,
    )
    made.save(force_insert=True)
    concerns([person], draft=str(draft), form=form)
    return made.saved_at


@action("story.share_draft")
def share_draft(*, by: Actor, draft: UUID, account: UUID) -> None:
    """Let a colleague write on the same draft, if the record is open to them. Raises NotPermittedError."""
    found = Draft.objects.select_for_update().filter(id=draft).first()
    if found is None:
        raise NotPermittedError("This draft is not there any more.")
    tell.permit(by=by, permission=Permission.WRITE_STORY, persons=[found.person_id])
    nothing_to_tell(WHY)
    if account not in found.shared_with and account != found.account_id:
        found.shared_with = [*found.shared_with, account]
        found.save(update_fields=["shared_with"])
    concerns([found.person_id], draft=str(draft), shared_with=str(account))


@action("story.discard_draft")
def discard_draft(*, by: Actor, draft: UUID) -> None:
    """Throw a draft away: its writer's own choice. Raises NotPermittedError for somebody else's."""
    found = Draft.objects.filter(id=draft, account_id=by.id).first()
    if found is None:
        raise NotPermittedError("Only whoever began a draft can throw it away.")
    family = role_named(by.role).family
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS if family else Permission.WRITE_STORY)
    nothing_to_tell(WHY)
    concerns([found.person_id], draft=str(draft), discarded_at=timezone.now().isoformat())
    found.delete()
