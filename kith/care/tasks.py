"""Background work of this room: on an eighteenth birthday what a return reports ends, though nobody pressed anything."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.db import connection

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.core.tasks import SERVICES, nightly, task

KEEPER = Actor(id=UUID("6b697468-0000-4000-8000-636172656361"), role="checker", channel="task")
SERVICES.add("care", KEEPER)


@action("care.birthdays")
def birthdays(*, by: Actor) -> int:
    """Of whoever turned 18, the nights that a return reports end that day. How many. Under the worker's login."""
    tell.permit(by=by, permission=Permission.EDIT_PERSON)
    with connection.cursor() as cursor:
        cursor.execute("SELECT care_birthdays()")
        number = int(cursor.fetchone()[0])
    concerns([], ended=number)
    nothing_to_tell("it follows from the day of birth, which stands on the record already")
    return number


@task("care.birthdays", permission=Permission.EDIT_PERSON)
def birthdays_all(*, by: Actor, persons: Sequence[UUID]) -> None:
    """Do so for everybody."""
    birthdays(by=by)


nightly(birthdays_all, by=KEEPER, at="00:20")
