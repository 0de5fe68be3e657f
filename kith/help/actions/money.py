"""Money set aside for practical help: which there is, for what, and from when until when."""

from __future__ import annotations

from datetime import date

from django.db import IntegrityError, transaction

from kith.access.permissions import Permission
from kith.core import tell
from kith.core.action import NotPermittedError, action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.design.text import safe_text
from kith.help.models import Pot


@action("help.set_money_aside")
def set_money_aside(
    *, by: Actor, name: str, pays_for: str, pence: int, from_on: date, until_on: date | None = None
) -> Pot:
    """Name a pot, in pence. What was spent of it is never lost: a pot ends by its last day, and none is taken away.

    Raises NotPermittedError: for no name, less than nothing, an end before its beginning, and a name that is taken.
    """
    tell.permit(by=by, permission=Permission.SET_MONEY)
    called, what = safe_text(name)[:120], safe_text(pays_for)[:300]
    if not called or not what or pence < 0:
        raise NotPermittedError("Say what the money is called, what it pays for, and how much there is.")
    if until_on is not None and until_on < from_on:
        raise NotPermittedError("The last day cannot come before the first.")
    pot = Pot(name=called, pays_for=what, pence=pence, from_on=from_on, until_on=until_on, recorded_by=by.id)
    try:
        with transaction.atomic():
            pot.save(force_insert=True)
    except IntegrityError as error:
        raise NotPermittedError("Other money is called that already: choose another name.") from error
    concerns([], pot=str(pot.id), pence=pence)
    nothing_to_tell("money set aside concerns nobody by name")
    return pot
