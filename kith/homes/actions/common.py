"""What every action on homes asks first: may they, is there such a home, and can that be."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, nothing_to_tell
from kith.core.actor import Actor
from kith.design.dates import today
from kith.homes.models import Home

ABOUT_NOBODY = "the register of homes is about no child"


def keeping(by: Actor, permission: Permission = Permission.KEEP_HOMES) -> None:
    """Whoever keeps the register may; and no child's story is told of it. Raises NotPermittedError."""
    tell.permit(by=by, permission=permission, persons=[])
    nothing_to_tell(ABOUT_NOBODY)


def home_for(home: UUID) -> Home:
    """A home of the register. Raises NotPermittedError where there is none, or it is not open."""
    found = Home.objects.filter(id=home).first()
    if found is None:
        raise NotPermittedError("There is no home like this in the register.")
    return found


def of_list(codes: Sequence[str], known: dict[str, str], field: str) -> list[str]:
    """The codes, once each, in the order of their list. Raises CannotBeError for one that is on none."""
    for code in codes:
        if code not in known:
            raise CannotBeError("Choose from the list.", field=field)
    return [code for code in known if code in codes]


def in_order(starts_on: date, ends_on: date | None, age_from: int, age_to: int) -> None:
    if ends_on is not None and ends_on <= starts_on:
        raise CannotBeError("It would end before it begins.", field="ends_on")
    if age_from > age_to:
        raise CannotBeError("The youngest age is above the oldest.", field="age_to")


def not_to_come(on: date, field: str = "on") -> None:
    if on > today():
        raise CannotBeError("This day is still to come.", field=field)
