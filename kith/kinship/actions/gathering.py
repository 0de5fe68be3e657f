"""Training and groups of carers: set by a worker, asked for from a carer's own page, answered with a place."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.models_base import Source
from kith.design.dates import today
from kith.kinship.actions.common import one, permit, said, written
from kith.kinship.gatherings import coming, mine
from kith.kinship.models import Gathering, GatheringAsk, GatheringKind, PlaceAnswer
from kith.marked import marked


@action("kinship.set_gathering")
def set_gathering(
    *,
    by: Actor,
    kind: str,
    title: str,
    at: datetime,
    what: str = "",
    place: str = "",
    confidential: bool = False,
    childcare: bool = False,
    expenses: bool = False,
) -> UUID:
    """A training or a meeting of a group; its id. Raises NotPermittedError; CannotBeError for a time that is over."""
    tell.permit(by=by, permission=Permission.EDIT_PERSON)
    if at <= timezone.now():
        raise CannotBeError("This time is over.", field="at")
    where = written(place, most=200)
    if confidential and not where:
        raise CannotBeError("Write where it is: only those with a place are told.", field="place")
    made = Gathering(
        kind=GatheringKind(kind).value, title=written(title, field="title", asks="Say what it is called.", most=120),
        what=written(what), at=at, place=where, confidential=confidential, childcare=childcare, expenses=expenses,
        recorded_by=by.id,
    )  # fmt: skip
    made.save(force_insert=True)
    nothing_to_tell("it is nobody's: a training or a group for whoever cares")
    concerns([], gathering=str(made.id))
    return made.id


@action("kinship.call_off")
def call_off(*, by: Actor, gathering: UUID, why: str) -> None:
    """It does not take place; whoever asked reads why. Raises NotPermittedError, CannotBeError."""
    tell.permit(by=by, permission=Permission.EDIT_PERSON)
    held = one(Gathering, gathering)
    because = written(why, field="why", asks="Say why, as carers read it.", most=300)
    Gathering.objects.filter(id=held.id).update(called_off=because)
    nothing_to_tell("it is nobody's: a training or a group for whoever cares")
    concerns([], gathering=str(gathering))


@action("kinship.ask_to_come")
def ask_to_come(*, by: Actor, gathering: UUID, words: str = "") -> UUID:
    """A carer asks for a place, from their own page; the id. Raises NotPermittedError for what is not open to them."""
    me, found = mine(), next((each for each in coming() if each.id == gathering), None)
    if me is None or found is None or found.off or found.asked_on is not None:
        raise NotPermittedError(marked("There is nothing like this, or it is not open to you."))
    tell.permit(by=by, permission=Permission.WRITE_OWN_WORDS, persons=[me])
    made = GatheringAsk(
        gathering_id=gathering, person_id=me, words=written(words, most=500), asked_on=today(), recorded_by=by.id,
        source=Source.FAMILY.value,
    )  # fmt: skip
    made.save(force_insert=True)
    nothing_to_tell("it stands on the page of training and groups until it is answered")
    concerns([me], ask=str(made.id))
    return made.id


@action("kinship.answer_place")
def answer_place(*, by: Actor, ask: UUID, answer: str, reason: str = "") -> None:
    """A place, or why not. Raises NotPermittedError; CannotBeError for a no without a reason, and a second answer."""
    held = one(GatheringAsk, ask)
    permit(by, held.person_id)
    if held.answer:
        raise CannotBeError("This is answered already.")
    asks = "" if answer == PlaceAnswer.YES else "Say why, as they read it."
    why = written(reason, field="reason", asks=asks, most=300)
    GatheringAsk.objects.filter(id=ask).update(
        answer=PlaceAnswer(answer).value, reason=why, answered_on=today()
    )
    said(by, "A carer’s wish to come to a training or group was answered", held.person_id, ask=ask)
