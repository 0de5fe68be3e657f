"""What advisers do with what was asked: each step a verb, and nobody is sent away without a reason and another way."""

from __future__ import annotations

from datetime import timedelta
from smtplib import SMTPException
from uuid import UUID, uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from kith.advice.actions.asking import WHY, Asked, keep_contact, sealed_words
from kith.advice.actions.words import words_of
from kith.advice.models import Channel, Contact, State, WordsField
from kith.advice.permissions import may
from kith.advice.roles import Permission
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor
from kith.design.text import safe_text

SUBJECT = "A message"
# Not who wrote, not what about, not to whom: whoever reads this over a shoulder learns nothing.
BODY = """There is an answer for you.

Ring the number that you have, or come back to the page where you wrote, when it is safe for you.
Please do not answer this e-mail: nobody reads what comes back.
"""
LONGEST_MINUTES = 600


def _open(contact: UUID, *states: str) -> Contact:
    found = Contact.objects.select_for_update().filter(id=contact, state__in=states).first()
    if found is None:
        raise NotPermittedError("Somebody has dealt with it already, or it is not there.")
    return found


def _note(by: Actor, contact: UUID, note: str) -> None:
    if note.strip():
        sealed_words(uuid4(), contact, WordsField.NOTE, note, by).save(force_insert=True)


def _end(found: Contact, by: Actor, state: str, minutes: int | None) -> None:
    if minutes is not None and not 0 <= minutes <= LONGEST_MINUTES:
        raise CannotBeError("Minutes are a whole number from 0 to 600.", field="minutes")
    found.state, found.ended_at, found.minutes = state, timezone.now(), minutes
    found.taken_by = found.taken_by or by.id
    found.forget_on = timezone.localdate() + timedelta(days=settings.ADVICE_KEEP_DAYS)


@action("advice.take")
def take(*, by: Actor, contact: UUID) -> None:
    """Have it: nobody else rings meanwhile. Raises NotPermittedError where somebody has it."""
    may(by, Permission.ANSWER, WHY)
    found = _open(contact, State.WAITING)
    found.state, found.taken_by, found.taken_at = State.TAKEN, by.id, timezone.now()
    found.save(update_fields=["state", "taken_by", "taken_at"])
    concerns([], contact=contact)


@action("advice.give_back")
def give_back(*, by: Actor, contact: UUID, no_answer: bool, note: str = "") -> None:
    """Nobody answered, or it is better with another: it waits again."""
    may(by, Permission.ANSWER, WHY)
    found = _open(contact, State.TAKEN)
    if no_answer and not found.may_ring:
        raise CannotBeError("They did not say that we may ring them, so nobody rings.")
    found.state, found.taken_by, found.taken_at = State.WAITING, None, None
    found.tried += int(no_answer)
    found.save(update_fields=["state", "taken_by", "taken_at", "tried"])
    _note(by, contact, note)
    concerns([], contact=contact, no_answer=no_answer)


@action("advice.answer")
def answer(*, by: Actor, contact: UUID, minutes: int, outcome: str, note: str = "") -> None:
    """Answered: how long it took, and what came of it."""
    may(by, Permission.ANSWER, WHY)
    found = _open(contact, State.WAITING, State.TAKEN)
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
    found = _open(contact, State.WAITING, State.TAKEN)
    if not reason:
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
    found = _open(contact, State.WAITING, State.TAKEN)
    _end(found, by, State.ABANDONED, None)
    found.save()
    concerns([], contact=contact)


@action("advice.call_came")
def call_came(*, by: Actor, asker: str, topic: str, deadline_kind: str = "", answered: bool = True) -> UUID:
    """A call on the line: answered and begun, or it rang off before anybody could. Nobody is asked for a name."""
    may(by, Permission.ANSWER, WHY)
    contact, now = uuid4(), timezone.now()
    begun = {"state": State.TAKEN, "taken_by": by.id, "taken_at": now}
    ended = {"state": State.ABANDONED, "ended_at": now, "taken_by": by.id}
    asked = Asked(channel=Channel.PHONE, asker=asker, topic=topic)
    keep_contact(by=by, contact=contact, asked=asked, **(begun if answered else ended))
    concerns([], contact=contact, answered=answered)
    return contact


@action("advice.write_to")
def write_to(*, by: Actor, contact: UUID) -> None:
    """Tell by e-mail that there is an answer, and no more. Raises CannotBeError unless they said that we may."""
    may(by, Permission.ANSWER, WHY)
    found = _open(contact, State.TAKEN)
    address = words_of(contact).get(WordsField.EMAIL, "")
    if not found.may_email or not address:
        raise CannotBeError("They did not say that we may write to them, so nothing is sent.")
    if not settings.KITH_MAIL:
        raise CannotBeError(
            "This service has no mail server, so nothing was sent. Reach them in another way."
        )
    try:
        EmailMessage(SUBJECT, BODY, to=[address]).send()
    except (SMTPException, OSError) as error:
        raise CannotBeError(
            "The mail server did not take it, so nothing was sent. Try again later."
        ) from error
    concerns([], contact=contact)
