"""What the actions of this room share: permission, words, days, and the row that an id names as far as it is open."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db import models

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import CannotBeError, NotPermittedError, concerns
from kith.core.actor import Actor
from kith.design.dates import today
from kith.story.writing import clean_text

Row = TypeVar("Row", bound=models.Model)
NOT_HERE = "There is nothing like this, or it is not open to you."


def permit(by: Actor, *persons: UUID, needs: Permission = Permission.EDIT_PERSON) -> None:
    """Raises NotPermittedError where the role may not, or one of them is not open."""
    tell.permit(by=by, permission=needs, persons=persons)


def one(model: type[Row], row: UUID, *parts: str) -> Row:
    """The row of an id, with what it hangs on. Raises NotPermittedError where it is not open or not there."""
    found = model._default_manager.select_related(*parts).filter(id=row).first()
    if found is None:
        raise NotPermittedError(NOT_HERE)
    return found


def written(text: str, *, field: str = "", asks: str = "", most: int = 1000) -> str:
    """Words as they are kept. Raises CannotBeError with `asks` where there are none and some are needed."""
    kept = clean_text(text).strip()[:most]
    if asks and not kept:
        raise CannotBeError(asks, field=field)
    return kept


def come(on: date, field: str = "on", *, since: date | None = None, after: str = "") -> date:
    """A day that has come. Raises CannotBeError for one to come, and for one before `since`, said as `after`."""
    if on > today():
        raise CannotBeError("This day is still to come.", field=field)
    if since is not None and on < since:
        raise CannotBeError(f"This is before {after}.", field=field)
    return on


def said(by: Actor, title: str, *about: UUID, **ids: Any) -> None:
    """The audit row and the story, staff-only until released."""
    named = {name: str(value) for name, value in ids.items()}
    concerns(list(about), **named)
    tell.tell(by=by, about=list(about), title=title, facts=named)
