"""Handing a request on: the giver keeps it until the receiver says yes. The database's functions decide."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.db import connection

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.text import safe_text
from kith.help.actions.telling import tell_of, the_open_request
from kith.help.models import RequestHolder


@action("help.take_request")
def take_request(*, by: Actor, request: UUID) -> None:
    """The front door takes what nobody has. Raises NotPermittedError where somebody does."""
    tell.permit(by=by, permission=Permission.SCREEN)
    the_open_request(request)
    if not _said("SELECT help_take(%s)", request):
        raise NotPermittedError("Somebody has this already. Look again.")
    tell_of(by, request, "Somebody took on a request for help")


@action("help.give_request")
def give_request(*, by: Actor, request: UUID, to: UUID | None, words: str) -> UUID:
    """Offer a request to a worker (None: back to the front door); the id of the giving.

    An offer before that nobody answered is called back. Raises NotPermittedError: for no words, for who may not
    give it, and for a receiver who has it, whose account has ended, or whose role has no requests.
    """
    checked()
    said = safe_text(words)
    if not said:
        raise NotPermittedError("Say in a few words what it is about.")
    given: UUID | None = _said("SELECT help_give(%s, %s, %s)", request, to, said)
    if given is None:
        raise NotPermittedError("This cannot be handed over to them. Choose somebody else, or look again.")
    tell_of(by, request, "A request for help was offered to somebody", giving=str(given), to=str(to or ""))
    return given


@action("help.answer_giving")
def answer_giving(*, by: Actor, giving: UUID, yes: bool, why: str = "") -> UUID:
    """The receiver's yes or no, a no with its reason; the request's id.

    With a no it stays with the giver, and counts as a bounce. Raises NotPermittedError for anybody else's, for
    what was answered or called back before, and for a no without a reason.
    """
    checked()
    reason = safe_text(why)
    if not yes and not reason:
        raise NotPermittedError("Say why not: whoever gave it has to know.")
    request = RequestHolder.objects.filter(id=giving).values_list("request_id", flat=True).first()
    if request is None or not _said("SELECT help_answer(%s, %s, %s)", giving, yes, reason):
        raise NotPermittedError("This does not wait for your answer.")
    concerns([], giving=str(giving), yes=yes)
    if yes:
        tell_of(by, request, "Somebody said yes to a request for help", giving=str(giving))
    else:
        # Whoever says no may read nothing of it: the giver is told on their own page.
        nothing_to_tell("the request stays where it was")
    return request


def _said(statement: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, list(values))
        return cursor.fetchone()[0]
