"""Telling a colleague of another service that something was done about what they asked for; and that they saw it."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import connection
from django.utils import timezone

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.text import safe_text
from kith.help.actions.telling import tell_of, the_request
from kith.help.models import AskerTold
from kith.help.queries.askers import has_page
from kith.story.writing import clean_text


@action("help.tell_asker")
def tell_asker(
    *, by: Actor, request: UUID, words: str = "", agreed_on: date | None = None, agreed_by: str = ""
) -> AskerTold:
    """Thank whoever asked at work, on their own page; with `words`, what was done, as the family agrees to their knowing.

    Raises NotPermittedError: for a request that is not open to the actor, an asker without a page, words to which
    nobody of the family agreed, a day to come, and words about what the family is not told of or must be kept from.
    """
    tell.permit(by=by, permission=Permission.EDIT_PERSON)
    found = the_request(request)
    said, who = clean_text(words).strip(), safe_text(agreed_by)
    if not has_page(request):
        raise NotPermittedError("Whoever asked has no page here: tell them in a way that they called safe.")
    if said and (agreed_on is None or not who):
        raise NotPermittedError(
            "Say who of the family agreed to these words, and when. Without that, send thanks alone."
        )
    if agreed_on is not None and agreed_on > timezone.localdate():
        raise NotPermittedError("This day is still to come.")
    if said and (found.covert_id is not None or found.family_not_told_why):
        raise NotPermittedError(
            "The family does not know of this, so nothing of it is said. Send thanks alone."
        )
    made = AskerTold.objects.create(
        request=found,
        words=said[:500],
        agreed_on=agreed_on if said else None,
        agreed_by=who[:200] if said else "",
        recorded_by=by.id,
    )
    concerns([], request=str(request), said=bool(said))
    tell_of(by, request, "Whoever asked for help was thanked on their page", said=bool(said))
    return made


@action("help.asker_saw")
def asker_saw(*, by: Actor, request: UUID) -> None:
    """Whoever asked says that they saw what they were told. Raises NotPermittedError for what another asked."""
    tell.permit(by=by, permission=Permission.WRITE_STORY)
    with connection.cursor() as cursor:
        cursor.execute("SELECT help_asker_saw(%s)", [request])
        if not cursor.fetchone()[0]:
            raise NotPermittedError("There is nothing new of this for you.")
    nothing_to_tell("it is for the asker's own Today")
    concerns([], request=str(request))
