"""Somebody asks: what is counted is kept open, what they said is sealed, and nothing is promised that is not safe."""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID, uuid5

from django.utils import timezone
from django.utils.crypto import salted_hmac

from kith.advice.asking.answers import key_of
from kith.advice.keeping.rule import rule_on
from kith.advice.models import Channel, Contact, ContactWords, WordsField
from kith.advice.permissions import may
from kith.advice.roles import Permission
from kith.advice.sealed import seal
from kith.core.action import CannotBeError, action, concerns
from kith.core.actor import Actor
from kith.marked import marked

TABLE = "advice_contactwords"
WHY = "who asks advice is on nobody's timeline"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asked, and how they may be answered. `ring`: the stretch in which a call is safe. `email_hours`:
    when an e-mail is. `word`: what they chose to read our answer with, kept as a digest alone.
    """

    channel: str
    asker: str
    topic: str
    deadline_kind: str = ""
    deadline_on: date | None = None
    may_ring: bool = False
    may_leave_message: bool = False
    may_email: bool = False
    email_hours: str = ""
    word: str = ""
    introduced: bool = False
    ring: tuple[datetime, datetime] | None = None
    words: Mapping[str, str] = field(default_factory=dict)


@action("advice.ask")
def ask(*, by: Actor, sent: UUID, asked: Asked) -> str:
    """Keep it and return the reference. `sent` names the sending: sent twice it is kept once, with one reference.

    Raises CannotBeError for a call without a number, consent and safe time, and for an address without consent.
    """
    may(by, Permission.ASK, WHY)
    keep_contact(by=by, contact=sent, asked=asked)
    concerns([], contact=sent, channel=asked.channel)
    return reference_of(sent)


def keep_contact(*, by: Actor, contact: UUID, asked: Asked, **more: object) -> None:
    """Within an action: the row of a contact and its sealed words, unless they are there already."""
    _is_safe(asked)
    opens, until = asked.ring or (None, None)
    today = timezone.localdate()
    Contact.objects.bulk_create(
        [
            Contact(
                id=contact,
                reference=reference_of(contact),
                channel=asked.channel,
                asker=asked.asker,
                topic=asked.topic,
                deadline_kind=asked.deadline_kind,
                deadline_on=asked.deadline_on if asked.deadline_kind else None,
                may_ring=asked.may_ring,
                may_leave_message=asked.may_ring and asked.may_leave_message,
                may_email=asked.may_email,
                email_hours=asked.email_hours if asked.may_email else "",
                answer_key=key_of(reference_of(contact), asked.word),
                introduced=asked.introduced,
                ring_from=opens,
                ring_until=until,
                forget_on=today + timedelta(days=rule_on(today).ended_days),
                **more,
            )
        ],
        ignore_conflicts=True,
    )
    ContactWords.objects.bulk_create(
        [
            sealed_words(uuid5(contact, name), contact, name, words, by)
            for name, words in asked.words.items()
            if words.strip()
        ],
        ignore_conflicts=True,
    )


def sealed_words(row: UUID, contact: UUID, name: str, words: str, by: Actor) -> ContactWords:
    """A row of words, not yet kept."""
    return ContactWords(
        id=row, contact_id=contact, field=name, by=by.id, sealed=seal(words.strip(), TABLE, row, name)
    )


def reference_of(contact: UUID) -> str:
    """Two groups of four letters and figures, which tell nothing of when or by whom it was asked."""
    digest = salted_hmac("advice.reference", contact.hex, algorithm="sha256").digest()
    # Neither letters that look alike nor vowels, so that no word comes of it.
    letters = base64.b32encode(digest).decode().translate(str.maketrans("AEIOU2567", "BCDFGHJKL"))[:8]
    return f"{letters[:4]}-{letters[4:]}"


def _is_safe(asked: Asked) -> None:
    given = {name for name, words in asked.words.items() if words.strip()}
    if WordsField.PHONE in given and not asked.may_ring:
        raise CannotBeError(marked("Say whether we may ring you."), field="how")
    if WordsField.EMAIL in given and not asked.may_email:
        raise CannotBeError(marked("Say whether we may write to you."), field="how")
    if asked.may_email and WordsField.EMAIL not in given:
        raise CannotBeError(marked("Give an e-mail address that only you read."), field="email")
    if asked.may_email and not asked.email_hours:
        raise CannotBeError(marked("Choose when an e-mail is safe."), field="email_hours")
    if asked.may_ring and WordsField.PHONE not in given:
        raise CannotBeError(marked("Give a number that is safe to ring."), field="phone")
    if asked.may_ring and asked.ring is None:
        raise CannotBeError(marked("Choose when a call is safe."), field="slot")
    if asked.channel == Channel.CALL_BACK and not asked.may_ring:
        raise CannotBeError(marked("Say whether we may ring you."), field="how")
    if asked.deadline_kind and asked.deadline_on is None:
        raise CannotBeError(marked("Give the day of the date that you wrote of."), field="deadline_on")
