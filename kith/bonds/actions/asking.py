"""Asking for time with somebody, from one's own page or through a worker; the answer and its reason."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from kith.access.models import Account
from kith.access.permissions import Permission
from kith.bonds.actions.common import NOT_HERE, needed, words_of
from kith.bonds.models import AskAnswer, TimeAsk
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import today
from kith.design.text import safe_text
from kith.marked import marked

ANSWERED_WITHIN = timedelta(days=7)
"""A council's own promise: no law gives a number."""
SAY_WHOM = marked("Say whom this is about.")


@action("bonds.ask_for_time")
def ask_for_time(*, by: Actor, child: UUID, asker: UUID, whom: str, words: str = "") -> UUID:
    """Ask for time, from the asker's own page; the id. Raises NotPermittedError; CannotBeError without whom."""
    checked()
    nothing_to_tell("the workers find it on the child's page until it is answered")
    if not safe_text(whom):
        raise CannotBeError(SAY_WHOM, field="whom")
    made = TimeAsk(
        child_id=child,
        asker_id=asker,
        whom=safe_text(whom)[:120],
        words=words_of(words),
        asked_on=today(),
        answer_by=today() + ANSWERED_WITHIN,
        recorded_by=by.id,
        source=Source.FAMILY,
    )
    made.save(force_insert=True)
    concerns([child], ask=made.id)
    return made.id


@action("bonds.answer_time")
def answer_time(*, by: Actor, ask: UUID, answer: str, reason: str) -> None:
    """What was decided, and why, as the asker reads it; once. Raises NotPermittedError; CannotBeError without why."""
    found = TimeAsk.objects.filter(id=ask, answered_on=None).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=[found.child_id])
    said = needed(reason, "Say why, in words for whoever asked.", "reason")
    name = Account.objects.filter(id=by.id).values_list("display_name", flat=True).first() or ""
    TimeAsk.objects.filter(id=ask, answered_on=None).update(
        answer=AskAnswer(answer).value, reason=said, answered_on=today(), answered_as=name[:120]
    )
    concerns([found.child_id], ask=ask, answer=answer)
    tell.tell(by=by, about=[found.child_id], title="Whoever asked for time together was answered")
