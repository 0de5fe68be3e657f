"""A family account's owner signs it out everywhere, or closes it; a worker who saw them opens it again."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import connection

from kith.access.models import ClosedDoor
from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.dates import today
from kith.design.text import safe_text

OWN = "one's own sign-ins concern nobody's story"
QUIET = "the closed page itself tells the workers, and the story is not where a watcher looks first"


@action("access.sign_out_everywhere")
def sign_out_everywhere(*, by: Actor) -> None:
    """Every sign-in of the actor's account ends, this one too, and a first link to it is dead."""
    checked()
    nothing_to_tell(OWN)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_sign_out_everywhere()")


@action("access.close_my_door")
def close_my_door(*, by: Actor) -> None:
    """The actor's own page closes: somebody else may be reading it. From outside it looks like a sign-out.

    The workers of its owner find it on Today. Raises NotPermittedError for an account of nobody in a family.
    """
    checked()
    nothing_to_tell(QUIET)
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_close_my_door()")
        if not cursor.fetchone()[0]:
            raise NotPermittedError("This is not yours to close.")


@action("access.open_door_again")
def open_door_again(*, by: Actor, closed: UUID, seen_on: date, how: str) -> None:
    """Open a closed page again, by a worker who has seen its owner alone since.

    Raises CannotBeError for a day to come or before it was closed, and with no word of how; NotPermittedError.
    """
    found = ClosedDoor.objects.filter(id=closed, opened_at=None).first()
    if found is None:
        raise NotPermittedError("There is no closed page here.")
    tell.permit(by=by, permission=Permission.RELEASE, persons=[found.person_id])
    said = safe_text(how)[:300]
    if not said:
        raise CannotBeError("Say how you saw them alone, and what you agreed.", field="how")
    if seen_on > today():
        raise CannotBeError("This day is still to come.", field="seen_on")
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_open_door_again(%s, %s, %s)", [closed, seen_on, said])
        if not cursor.fetchone()[0]:
            raise CannotBeError("See them first: this is before the page was closed.", field="seen_on")
    concerns([found.person_id], closed=closed, seen_on=seen_on)
    tell.tell(by=by, about=[found.person_id], title="Their own page was opened again, after they were seen")
