"""Proceedings that the council began: the first hearing, and how they ended.

Source: Children Act 1989 s32(1)(a)(ii), 26 weeks from the day of issue; Family Procedure Rules 2010 rule 12.25.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.design.dates import plain_date
from kith.people.actions import CannotBeError
from kith.protection.actions.common import not_before, not_to_come
from kith.protection.models import OrderApplication

HOW = 300


@action("protection.record_first_hearing")
def record_first_hearing(*, by: Actor, application: UUID, held_on: date) -> None:
    """The court held its first hearing to plan the proceedings. Said again, the later saying holds.

    Raises NotPermittedError; CannotBeError for a day to come, or before the court was asked.
    """
    found = _found(by, application)
    _day(found, held_on, field="held_on", what="The day of the hearing")
    if found.ended_on is not None and held_on > found.ended_on:
        raise CannotBeError("The proceedings had ended by then.", field="held_on")
    _write(found, first_hearing_on=held_on)
    _say(by, found, "The court held its first hearing", on=held_on)


@action("protection.end_application")
def end_application(*, by: Actor, application: UUID, on: date, how: str) -> None:
    """The proceedings ended: an order was made or refused, or the application was withdrawn. `how`: in a line.

    Raises NotPermittedError; CannotBeError for a day to come or before the court was asked or met, one that ended
    already, and nothing said of how.
    """
    found = _found(by, application)
    _day(found, on, field="on", what="That day")
    if found.ended_on is not None:
        raise CannotBeError(
            f"It is recorded already that they ended on {plain_date(found.ended_on)}.", field="on"
        )
    says = "The first hearing was later than that day."
    not_before(on, found.first_hearing_on, field="on", says=says)
    said = how.strip()[:HOW]
    if not said:
        raise CannotBeError("Say in a line how they ended.", field="how")
    _write(found, ended_on=on, how_ended=said)
    _say(by, found, f"The proceedings ended: {said}", on=on)


def _found(by: Actor, application: UUID) -> OrderApplication:
    found = OrderApplication.objects.select_for_update().filter(id=application).first()
    if found is None:
        raise NotPermittedError("This is not open to you.")
    tell.permit(by=by, permission=Permission.PROTECT, persons=[found.person_id])
    return found


def _day(found: OrderApplication, day: date, *, field: str, what: str) -> None:
    not_to_come(day, field=field, what=what)
    says = f"The court was asked on {plain_date(found.applied_on)}: choose that day or a later one."
    not_before(day, found.applied_on, field=field, says=says)


def _write(found: OrderApplication, **facts: Any) -> None:
    for name, value in facts.items():
        setattr(found, name, value)
    found.save(update_fields=[*facts])


def _say(by: Actor, found: OrderApplication, title: str, *, on: date) -> None:
    told = {"application": str(found.id), "on": on.isoformat()}
    concerns([found.person_id], **told)
    tell.tell(by=by, about=[found.person_id], title=title, facts=told)
