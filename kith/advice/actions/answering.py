"""What advisers do with what was asked: each step a verb, and nobody is sent away without a reason and another way."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

from django.utils import timezone

from kith.advice.actions.asking import WHY, Asked, keep_contact, sealed_words
from kith.advice.actions.writing import MOVED, moved, open_contact
from kith.advice.keeping.rule import rule_on
from kith.advice.models import WHY_NOT, Contact, State, WordsField
from kith.advice.permissions import may
from kith.advice.roles import Permission
from kith.core.action import CannotBeError, action, concerns
from kith.core.actor import Actor
from kith.design.text import safe_text

LONGEST_MINUTES = 600
BECAME = ("talk", "hold", "back", "gone")
"""What becomes of a call that comes: one talks, they wait on the line, they are rung back, they rang off."""


def _note(by: Actor, contact: UUID, note: str) -> None:
    if note.strip():
        sealed_words(uuid4(), contact, WordsField.NOTE, note, by).save(force_insert=True)


def _end(found: Contact, by: Actor, state: str, minutes: int | None) -> None:
    if minutes is not None and not 0 <= minutes <= LONGEST_MINUTES:
        raise CannotBeError("Minutes are a whole number from 0 to 600.", field="minutes")
    found.state, found.ended_at, found.minutes = state, timezone.now(), minutes
    found.taken_by = found.taken_by or by.id
    found.leaving_on = None
    found.forget_on = timezone.localdate() + timedelta(days=rule_on(timezone.localdate()).ended_days)


@action("advice.take")
def take(*, by: Actor, contact: UUID) -> None:
    """Have it: nobody else rings meanwhile. Raises NotPermittedError where somebody has it."""
    may(by, Permission.ANSWER, WHY)
    found = open_contact(contact, State.WAITING)
    found.state, found.taken_by, found.taken_at = State.TAKEN, by.id, timezone.now()
    moved(found)
    found.save(update_fields=["state", "taken_by", "taken_at", *MOVED])
    concerns([], contact=contact)


@action("advice.give_back")
def give_back(*, by: Actor, contact: UUID, no_answer: bool, note: str = "") -> None:
    """Nobody answered, or it is better with another: it waits again."""
    may(by, Permission.ANSWER, WHY)
    found = open_contact(contact, State.TAKEN)
    if no_answer and not found.may_ring:
        raise CannotBeError("They did not say that we may ring them, so nobody rings.")
    found.state, found.taken_by, found.taken_at = State.WAITING, None, None
    found.tried += int(no_answer)
    moved(found)
    found.save(update_fields=["state", "taken_by", "taken_at", "tried", *MOVED])
    _note(by, contact, note)
    concerns([], contact=contact, no_answer=no_answer)


@action("advice.answer")
def answer(*, by: Actor, contact: UUID, minutes: int, outcome: str, note: str = "") -> None:
    """Answered: how long it took, and what came of it."""
    may(by, Permission.ANSWER, WHY)
    found = open_contact(contact, State.WAITING, State.TAKEN)
    if not outcome:
        raise CannotBeError("Choose what came of it.", field="outcome")
    _end(found, by, State.ANSWERED, minutes)
    found.outcome = outcome
    found.save()
    _note(by, contact, note)
    concerns([], contact=contact, outcome=outcome)


@action("advice.could_not_help")
def could_not_help(
    *, by: Actor, contact: UUID, reason: str, alternative: str, minutes: int | None = None, note: str = ""
) -> None:
    """Not helped: why, and who or what else they were told of. Raises CannotBeError without either."""
    may(by, Permission.ANSWER, WHY)
    found = open_contact(contact, State.WAITING, State.TAKEN)
    if reason not in dict(WHY_NOT):
        raise CannotBeError("Choose why.", field="reason")
    if not safe_text(alternative):
        raise CannotBeError(
            "Say who or what else they were told of: nobody is left with nothing.", field="alternative"
        )
    _end(found, by, State.UNMET, minutes)
    found.unmet_reason, found.alternative = reason, safe_text(alternative)[:200]
    found.save()
    _note(by, contact, note)
    concerns([], contact=contact, reason=reason)


@action("advice.went_away")
def went_away(*, by: Actor, contact: UUID) -> None:
    """They went before we answered: counted, never dropped."""
    may(by, Permission.ANSWER, WHY)
    found = open_contact(contact, State.WAITING, State.TAKEN)
    _end(found, by, State.ABANDONED, None)
    found.save()
    concerns([], contact=contact)


@action("advice.call_came")
def call_came(*, by: Actor, asked: Asked, became: str) -> UUID:
    """A call on the line: begun at once, waiting on it, to be rung back, or gone. Nobody is asked for a name.

    `became`: one of BECAME. Raises CannotBeError for a call back without a number and a safe time.
    """
    may(by, Permission.ANSWER, WHY)
    contact, now = uuid4(), timezone.now()
    if became == "back" and not asked.may_ring:
        raise CannotBeError("Give the number and the time at which a call is safe.", field="phone")
    more: dict[str, dict[str, object]] = {
        "talk": {"state": State.TAKEN, "taken_by": by.id, "taken_at": now},
        "gone": {"state": State.ABANDONED, "ended_at": now, "taken_by": by.id},
    }
    keep_contact(by=by, contact=contact, asked=asked, **more.get(became, {}))
    concerns([], contact=contact, became=became)
    return contact
