"""Deciding about a row that waits, and taking the decision back.

Whoever decides may not write what the record holds (a returns officer opens no record), so a decision is
written down here and carried out at once after, as background work under the worker's login, which checks again
whether they may.
"""

from __future__ import annotations

from uuid import UUID

from django.db import IntegrityError, transaction

from kith.access.permissions import Permission
from kith.access.roles import role_named
from kith.core import tell
from kith.core.action import action, concerns, nothing_to_tell
from kith.core.actor import Actor
from kith.returns.models import Choice, Settling, StagedRow, Standing
from kith.returns.settling.choices import choices_for

TOLD_LATER = "it is told when it is carried out, at once after"
STANDS = (Standing.ASKED, Standing.DONE, Standing.UNDOING)


class CannotSettleError(Exception):
    """The decision cannot be taken; the message is fit to be shown."""


def permit_settling(*, by: Actor, person: UUID | None) -> list[UUID]:
    """Check that the actor may settle rows about this person; returns whose record must be open to them.

    A returns officer may for all rows that they are shown; a worker for people whose record is open to them.
    Raises NotPermittedError.
    """
    if Permission.WRITE_RETURNS in role_named(by.role).may:
        tell.permit(by=by, permission=Permission.WRITE_RETURNS)
        return []
    persons = [person] if person else []
    tell.permit(by=by, permission=Permission.EDIT_PERSON, persons=persons)
    return persons


@action("returns.settle")
def settle(*, by: Actor, row: UUID, choice: str) -> Settling:
    """Choose what becomes of a row that waits. Raises NotPermittedError, or CannotSettleError."""
    found = StagedRow.objects.filter(id=row).first()
    persons = permit_settling(by=by, person=found.person_id if found else None)
    if found is None or (found.person_id is None and persons):
        raise CannotSettleError("There is no such row to settle.")
    if (
        found.settled_at is not None
        or Settling.objects.filter(staged_row=found, standing__in=STANDS).exists()
    ):
        raise CannotSettleError("Somebody has settled this row already. Look at it again.")
    if choice not in choices_for(found):
        raise CannotSettleError("Choose one of the answers that this row allows.")
    try:
        with transaction.atomic():
            made = Settling.objects.create(
                staged_row=found, person_id=found.person_id, choice=choice, recorded_by=by.id
            )
    except IntegrityError as error:
        raise CannotSettleError("Somebody has settled this row already. Look at it again.") from error
    _give(by=by, persons=persons, settling=made)
    return made


@action("returns.unsettle")
def unsettle(*, by: Actor, settling: UUID) -> None:
    """Take a decision back: the row waits again, and the record says what it said before.

    Raises NotPermittedError, or CannotSettleError where it is not there or has not been carried out.
    """
    found = Settling.objects.filter(id=settling).first()
    persons = permit_settling(by=by, person=found.person_id if found else None)
    if found is None or found.standing != Standing.DONE:
        raise CannotSettleError("There is nothing here to undo.")
    found.standing, found.undone_by = Standing.UNDOING, by.id
    found.save(update_fields=["standing", "undone_by"])
    _give(by=by, persons=persons, settling=found)


def _give(*, by: Actor, persons: list[UUID], settling: Settling) -> None:
    from kith.returns.tasks import settle_for, settle_open

    concerns([settling.person_id] if settling.person_id else [], settling=settling.id, choice=settling.choice)
    nothing_to_tell(TOLD_LATER)
    task = settle_open if persons else settle_for
    task.give(by=by, persons=persons, settling=settling.id)


def refused(settling: Settling, said: str) -> None:
    """Note that it could not be carried out, or undone; what was before stands."""
    undoing = settling.standing == Standing.UNDOING
    settling.standing = Standing.DONE if undoing else Standing.REFUSED
    settling.said = said[:300]
    settling.save(update_fields=["standing", "said"])


__all__ = ["CannotSettleError", "Choice", "permit_settling", "refused", "settle", "unsettle"]
