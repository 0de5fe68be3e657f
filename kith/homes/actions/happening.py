"""What happened in a foster home that has to be notified, and that it was (SI 2011/581 reg 36 and Schedule 7).

That something happened is never refused, whoever lives there and however late it is written.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.homes.actions.common import ABOUT_NOBODY, home_for, not_to_come
from kith.homes.models import Happened, Happening, HomeKind, Notified

NOT_HERE = "There is nothing like this, or it is not open to you."


@action("homes.note_happened")
def note_happened(*, by: Actor, home: UUID, what: str, on: date, child: UUID | None = None) -> UUID:
    """Something happened that has to be notified; the id. `on`: the day on which we came to know of it.

    Raises NotPermittedError; CannotBeError of a home that is none of carers', and for a day to come.
    """
    _permit(by, child)
    found = home_for(home)
    if found.kind != HomeKind.FOSTER:
        raise CannotBeError(
            "This list is of foster homes: a children’s home notifies Ofsted itself.", field="what"
        )
    not_to_come(on)
    made = Happened(home=found, child_id=child, what=Happening(what), on=on, recorded_by=by.id)
    made.save(force_insert=True)
    _told(by, made, "Something in a foster home has to be notified")
    return made.id


@action("homes.say_notified")
def say_notified(*, by: Actor, happened: UUID, on: date, told: Sequence[str]) -> None:
    """All who have to be told were told, and who they are.

    Raises NotPermittedError; CannotBeError for nobody, for a day to come or before it happened, and where it is written.
    """
    found = Happened.objects.filter(id=happened).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    _permit(by, found.child_id)
    if found.told_on is not None:
        raise CannotBeError("That it was notified is written already.", field="on")
    if not told:
        raise CannotBeError("Choose who was told.", field="told")
    not_to_come(on)
    if on < found.on:
        raise CannotBeError(
            f"We came to know of it on {found.on:%-d %B %Y}: write that day or a later one.", field="on"
        )
    found.told_on, found.told = on, [each.value for each in Notified if each.value in told]
    found.save(update_fields=["told_on", "told"])
    _told(by, found, "What happened in a foster home was notified")


def _permit(by: Actor, child: UUID | None) -> None:
    tell.permit(by=by, permission=Permission.KEEP_HOMES, persons=[child] if child else [])


def _told(by: Actor, one: Happened, title: str) -> None:
    if one.child_id is None:
        concerns([], happened=one.id)
        nothing_to_tell(ABOUT_NOBODY)
        return
    concerns([one.child_id], happened=one.id)
    # Neither what it is nor where: more people read the story than may know either.
    tell.tell(by=by, about=[one.child_id], title=title, facts={"happened": str(one.id)})
