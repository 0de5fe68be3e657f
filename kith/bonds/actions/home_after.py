"""Living at home again, looked at with the family; and what somebody says to it on their own page."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db import connection

from kith.bonds.actions.common import needed, not_to_come, words_of
from kith.bonds.actions.home import way_for
from kith.bonds.models import Goes, HomeLookedAt
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, checked, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.marked import marked


@action("bonds.look_at_home")
def look_at_home(
    *,
    by: Actor,
    way: UUID,
    on: date,
    goes: str,
    child_said: str = "",
    family_said: str = "",
    extra_help: str = "",
) -> UUID:
    """How living at home goes, with the family; the id. At risk asks for more help. Meets RU-01.

    Raises NotPermittedError; CannotBeError before they went home, and at risk without more help.
    """
    found = way_for(by, way)
    if found.home_on is None or not_to_come(on) < found.home_on:
        raise CannotBeError("They were not at home yet on that day.", field="on")
    more = words_of(extra_help)
    if Goes(goes) is Goes.STUCK:
        more = needed(extra_help, "It is at risk: say what more help begins now.", "extra_help")
    made = HomeLookedAt.objects.create(
        way=found, child_id=found.child_id, on=on, goes=Goes(goes).value, child_said=words_of(child_said),
        family_said=words_of(family_said), extra_help=more, recorded_by=by.id,
    )  # fmt: skip
    concerns([found.child_id], way=way, goes=goes)
    tell.tell(by=by, about=[found.child_id], title="Living at home again was looked at with the family")
    return made.id


@action("bonds.say_of_home")
def say_of_home(*, by: Actor, way: UUID, says: str, words: str = "") -> None:
    """What somebody to whom the way home was shown says to it, on their own page. Raises NotPermittedError."""
    checked()
    nothing_to_tell("the workers read it on the page of going home, beside what others say")
    with connection.cursor() as cursor:
        cursor.execute("SELECT bonds_say_of_home(%s, %s, %s)", [way, says, words_of(words)])
        child = cursor.fetchone()[0]
    if child is None:
        raise NotPermittedError(marked("There is nothing to answer here."))
    concerns([child], way=way, says=says)
