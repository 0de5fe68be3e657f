"""Nine months of people who asked the invented charity: some four in ten are helped, as at the real advice lines."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from random import Random
from uuid import UUID, uuid5

from django.conf import settings

from kith.advice.actions.asking import reference_of, sealed_words
from kith.advice.asking.answers import key_of
from kith.advice.keeping.rule import LEFT_DAYS, TOLD_DAYS
from kith.advice.models import (
    WHY_NOT,
    Adviser,
    Asker,
    Channel,
    Contact,
    ContactWords,
    EmailHours,
    Outcome,
    State,
    Topic,
)
from kith.advice.opening.clock import LONDON
from kith.advice.roles import DOOR

WORD = "purple teapot"
LEFT_QUESTION = "My niece may have to leave her mum. Could she come to me, and would I get any help?"
NAMESPACE = UUID("d0000000-0000-4000-8000-0000000000aa")
DAYS = 270
# Of a hundred who asked: answered, went away, could not be helped (four in ten is what advice lines say).
BECAME = ((State.ANSWERED, 40), (State.ABANDONED, 34), (State.UNMET, 26))
WAYS = ((Channel.PHONE, 62), (Channel.ENQUIRY, 20), (Channel.CALL_BACK, 8), (Channel.WEBCHAT, 10))
TOPICS = tuple(zip(Topic, (18, 28, 15, 12, 14, 6, 2, 5), strict=True))
ASKERS = tuple(zip(Asker, (62, 24, 3, 6, 5), strict=True))
REASONS = tuple(zip((code for code, _ in WHY_NOT), (60, 22, 6, 8, 4), strict=True))
OUTCOMES = tuple(zip(Outcome, (38, 24, 8, 9, 7, 10, 4), strict=True))
INSTEAD = (
    "The advice sheet for this stage, and the hours in which we answer",
    "A law centre near them, and how legal aid is asked for",
    "Childline and the police, for tonight",
    "A family support service of their area",
)
QUESTIONS = (
    ("court", 1, "I have to be at the family court and nobody has told me what will happen. Can I bring my sister?"),
    ("protection", 5, "There is a conference about my children next week. Can I say what is wrong in the report?"),
    ("kinship", None, "My grandson came to us on Friday night. Who pays for his clothes? May I take him to a doctor?"),
    ("first", None, "A social worker rang and wants to visit. Do I have to let her in?"),
    ("contact", 12, "They have cut the time I see my baby to once a week. How do I ask for more?"),
)  # fmt: skip


def _pick(dice: Random, choices: tuple[tuple[object, int], ...]) -> str:
    return str(dice.choices([one for one, _ in choices], [weight for _, weight in choices])[0])


def past(now: datetime, advisers: list[Adviser]) -> Iterator[Contact]:
    """Those who asked and were answered, or not. Nothing of what they said is kept any more in any of them."""
    dice = Random("advice")  # noqa: S311 - the same demonstration each time
    for back in range(DAYS, 1, -1):
        day = now - timedelta(days=back)
        if day.astimezone(LONDON).isoweekday() > 5:
            continue
        for n in range(dice.randint(3, 9)):
            yield _one(dice, uuid5(NAMESPACE, f"{back}-{n}"), day, advisers)


def _one(dice: Random, contact: UUID, day: datetime, advisers: list[Adviser]) -> Contact:
    at = day.replace(hour=9, minute=30) + timedelta(minutes=dice.randint(0, 330))
    state = _pick(dice, BECAME)
    wait, minutes = timedelta(minutes=dice.randint(1, 90)), dice.randint(8, 55)
    helped = state != State.ABANDONED
    channel = _pick(dice, WAYS)
    made = Contact(
        id=contact,
        reference=reference_of(contact),
        asked_at=at,
        channel=channel,
        asker=_pick(dice, ASKERS),
        topic=_pick(dice, TOPICS),
        state=state,
        taken_at=at + wait if helped else None,
        taken_by=dice.choice(advisers).id if helped else None,
        ended_at=at + wait + timedelta(minutes=minutes),
        minutes=minutes if state == State.ANSWERED else None,
        outcome=_pick(dice, OUTCOMES) if state == State.ANSWERED else "",
        unmet_reason=_pick(dice, REASONS) if state == State.UNMET else "",
        alternative=dice.choice(INSTEAD) if state == State.UNMET else "",
        forget_on=(at + timedelta(days=settings.ADVICE_KEEP_DAYS)).date(),
    )
    if channel == Channel.CALL_BACK:
        made.may_ring, made.ring_from, made.ring_until = True, at, at + timedelta(hours=2)
    return made


def waiting(
    now: datetime, slot: tuple[datetime, datetime] | None
) -> tuple[list[Contact], list[ContactWords]]:
    """Five who wait today, each with words of their own, and a grandmother who asked for a call without a name."""
    contacts, words = [], []
    for n, (topic, days, question) in enumerate(QUESTIONS):
        contact = uuid5(NAMESPACE, f"waiting-{n}")
        kind = {"court": "court", "protection": "conference"}.get(topic, "meeting") if days else ""
        made = Contact(
            id=contact,
            reference=reference_of(contact),
            asked_at=now - timedelta(hours=3 * n + 1),
            channel=Channel.CALL_BACK if topic == "kinship" and slot else Channel.ENQUIRY,
            asker=Asker.KINSHIP if topic == "kinship" else Asker.PARENT,
            topic=topic,
            deadline_kind=kind,
            deadline_on=(now + timedelta(days=days)).date() if days else None,
            forget_on=(now + timedelta(days=settings.ADVICE_KEEP_DAYS)).date(),
        )
        said = {"question": question}
        if made.channel == Channel.CALL_BACK and slot:
            made.may_ring, made.ring_from, made.ring_until = True, slot[0], slot[1]
            said |= {"phone": "01632 960733", "ask_for": "We rang about the library books."}
        if topic == "contact":
            # One who may be written to, and who reads our answer with a word: purple teapot.
            made.may_email, made.email_hours = True, EmailHours.SCHOOL
            made.answer_key = key_of(made.reference, WORD)
            said |= {"email": "quiet@home.example"}
        contacts.append(made)
        words += [
            sealed_words(uuid5(contact, name), contact, name, text, DOOR) for name, text in said.items()
        ]
    contacts.append(left := _left(now))
    words.append(sealed_words(uuid5(left.id, "question"), left.id, "question", LEFT_QUESTION, DOOR))
    return contacts, words


def _left(now: datetime) -> Contact:
    """One whom nobody answered and nobody ended, months ago: on the desk's list, and soon destroyed."""
    asked_at = now - timedelta(days=LEFT_DAYS - TOLD_DAYS + 6)
    contact = uuid5(NAMESPACE, "left")
    return Contact(
        id=contact, reference=reference_of(contact), asked_at=asked_at, moved_at=asked_at, channel=Channel.ENQUIRY,
        asker=Asker.KINSHIP, topic="kinship", leaving_on=(now + timedelta(days=TOLD_DAYS - 6)).date(),
        forget_on=(asked_at + timedelta(days=settings.ADVICE_KEEP_DAYS)).date(),
    )  # fmt: skip
