"""Answers that stand on our own pages, and the e-mail that says that there is one: by consent, at a time that is safe."""

from __future__ import annotations

import logging
from smtplib import SMTPException
from uuid import UUID, uuid4

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils import timezone

from kith.advice.actions.asking import WHY, sealed_words
from kith.advice.actions.words import words_of
from kith.advice.asking.email_times import safe_from
from kith.advice.models import Contact, State, WordsField
from kith.advice.permissions import may
from kith.advice.roles import Permission
from kith.core.action import CannotBeError, NotPermittedError, action, concerns
from kith.core.actor import Actor

log = logging.getLogger(__name__)
SUBJECT = "A message"
# Not who wrote, not what about, not to whom: whoever reads this over a shoulder learns nothing.
BODY = """There is an answer for you.

Ring the number that you have, or come back to the page where you wrote, when it is safe for you.
Please do not answer this e-mail: nobody reads what comes back.
"""
AT_MOST = 100
"""E-mails in one go."""
MOVED = ("moved_at", "leaving_on")


def open_contact(contact: UUID, *states: str) -> Contact:
    """The row in one of these states, held until the action is done. Raises NotPermittedError."""
    found = Contact.objects.select_for_update().filter(id=contact, state__in=states).first()
    if found is None:
        raise NotPermittedError("Somebody has dealt with it already, or it is not there.")
    return found


def moved(contact: Contact) -> None:
    """Something happened to it: it is not silent, and leaves no more. To be saved with `MOVED`."""
    contact.moved_at, contact.leaving_on = timezone.now(), None


@action("advice.write_answer")
def write_answer(*, by: Actor, contact: UUID, words: str) -> None:
    """Put an answer where they read it with their reference and their word. Raises CannotBeError."""
    may(by, Permission.ANSWER, WHY)
    found = open_contact(contact, State.TAKEN)
    if not found.answer_key:
        raise CannotBeError("They chose no word to read it with. Answer when they ring.", field="written")
    if not words.strip():
        raise CannotBeError("Write what they are to read.", field="written")
    sealed_words(uuid4(), contact, WordsField.ANSWER, words, by).save(force_insert=True)
    moved(found)
    found.save(update_fields=MOVED)
    concerns([], contact=contact)


@action("advice.write_to")
def write_to(*, by: Actor, contact: UUID) -> None:
    """Tell by e-mail that there is an answer, and no more: now, or as soon as they said that it is safe.

    Raises CannotBeError unless they said that we may.
    """
    may(by, Permission.ANSWER, WHY)
    found = open_contact(contact, State.TAKEN)
    address = words_of(contact).get(WordsField.EMAIL, "")
    if not found.may_email or not address:
        raise CannotBeError("They did not say that we may write to them, so nothing is sent.")
    if not settings.KITH_MAIL:
        raise CannotBeError(
            "This service has no mail server, so nothing was sent. Reach them in another way."
        )
    now = timezone.now()
    goes = safe_from(found.email_hours, now)
    if goes > now:
        found.email_due_at = goes
    else:
        try:
            _send(address)
        except (SMTPException, OSError) as error:
            raise CannotBeError(
                "The mail server did not take it, so nothing was sent. Try again later."
            ) from error
        found.email_due_at, found.emailed_at = None, now
    moved(found)
    found.save(update_fields=["email_due_at", "emailed_at", *MOVED])
    concerns([], contact=contact, later=goes > now)


@action("advice.send_due_emails")
def send_due(*, by: Actor) -> int:
    """Send the e-mails whose safe time has come; how many went. What is past its time waits for the next."""
    may(by, "send e-mails whose time has come", WHY)
    now, sent = timezone.now(), 0
    due = Contact.objects.select_for_update(skip_locked=True).filter(
        email_due_at__lte=now, may_email=True, forgotten_at__isnull=True
    )
    # Where no mail goes nobody's address is left in any file: it waits.
    for found in due.order_by("email_due_at")[:AT_MOST] if settings.KITH_MAIL else ():
        goes = safe_from(found.email_hours, now)
        address = words_of(found.id).get(WordsField.EMAIL, "")
        if not address:
            found.email_due_at = None
        elif goes > now:
            found.email_due_at = goes
        else:
            try:
                _send(address)
            except (SMTPException, OSError) as error:
                log.warning("An e-mail did not go: %s; it is tried again.", type(error).__name__)
                continue
            found.email_due_at, found.emailed_at, sent = None, now, sent + 1
            moved(found)
        found.save(update_fields=["email_due_at", "emailed_at", *MOVED])
    concerns([], sent=sent)
    return sent


def _send(address: str) -> None:
    EmailMessage(SUBJECT, BODY, to=[address]).send()
