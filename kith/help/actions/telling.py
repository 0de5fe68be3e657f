"""The story of a request: told about those people of the record whom it is about, as far as they are open."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from kith.access.models import NotYetTold
from kith.access.opened import open_to
from kith.core import tell
from kith.core.action import NotPermittedError, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.help.models import HelpRequest, RequestPerson

NOT_THERE = "There is no such request for help."


def the_request(request: UUID) -> HelpRequest:
    """A request that the actor may read. Raises NotPermittedError, the same for one that is not there."""
    found = HelpRequest.objects.filter(id=request).first()
    if found is None:
        raise NotPermittedError(NOT_THERE)
    return found


def the_open_request(request: UUID) -> HelpRequest:
    """A request that the actor may read and that is not closed. Raises NotPermittedError."""
    found = the_request(request)
    if found.closed_at is not None:
        raise NotPermittedError("This request is closed. Whoever asked may ask again.")
    return found


def tell_of(by: Actor, request: UUID, title: str, covert: UUID | None = None, **facts: Any) -> None:
    """Tell the story of whoever the request is about; nobody's, while nobody of the record is known to be meant.

    What is done with a request that belongs to a concern bears it too, whoever does it.
    """
    covert = covert or HelpRequest.objects.filter(id=request).values_list("covert_id", flat=True).first()
    about = list(RequestPerson.objects.filter(request_id=request).values_list("person_id", flat=True))
    persons = sorted(open_to(by.id, about), key=str)
    facts = {"request": str(request), **facts}
    concerns([], **facts)
    if covert is not None and not NotYetTold.objects.filter(id=covert).exists():
        nothing_to_tell("it belongs to a concern that the actor does not know of")
    elif persons:
        tell.tell(by=by, about=persons, title=title, facts=facts, covert=covert)
    else:
        nothing_to_tell("nobody of the record, open to the actor, is known to be meant")
