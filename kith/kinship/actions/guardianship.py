"""Notice before a court is asked for special guardianship, and support looked at again each year."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from kith.core.action import CannotBeError, action
from kith.core.actor import Actor
from kith.kinship.actions.common import come, one, permit, said, written
from kith.kinship.models import Caring, GuardianshipNotice, SupportReview


@action("kinship.take_notice")
def take_notice(*, by: Actor, child: UUID, carer: UUID, given_on: date) -> UUID:
    """Somebody will ask a court to be special guardian; the id (Children Act 1989 s14A(7)).

    Raises NotPermittedError, CannotBeError for a day to come.
    """
    permit(by, child)
    made = GuardianshipNotice(
        child_id=child, carer_id=carer, given_on=come(given_on, "given_on"), recorded_by=by.id
    )
    made.save(force_insert=True)
    said(by, "Somebody will ask to be special guardian", child, notice=made.id)
    return made.id


@action("kinship.court_was_asked")
def court_was_asked(*, by: Actor, notice: UUID, on: date) -> None:
    """The court was asked. Raises NotPermittedError; CannotBeError before the notice, and twice."""
    held = one(GuardianshipNotice, notice)
    permit(by, held.child_id)
    if held.asked_on is not None:
        raise CannotBeError("This is written down already.")
    day = come(on, since=held.given_on, after="the notice was given")
    GuardianshipNotice.objects.filter(id=notice).update(asked_on=day)
    said(by, "The court was asked for special guardianship", held.child_id, notice=notice)


@action("kinship.look_at_support_again")
def look_at_support_again(*, by: Actor, caring: UUID, on: date, words: str) -> UUID:
    """Their support was looked at again with them; the id. Raises NotPermittedError, CannotBeError."""
    held = one(Caring, caring)
    permit(by, held.child_id)
    made = SupportReview(
        caring_id=caring, on=come(on, since=held.since, after="this care began"), recorded_by=by.id,
        words=written(words, field="words", asks="Write what they said, and what changes."),
    )  # fmt: skip
    made.save(force_insert=True)
    said(by, "Kinship support was looked at again", held.child_id, caring=caring, review=made.id)
    return made.id
