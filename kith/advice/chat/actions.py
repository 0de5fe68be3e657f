"""What is done in a chat: by the caller, who is nobody's account, and by advisers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.utils import timezone

from kith.advice.actions.asking import Asked, keep_contact
from kith.advice.chat.held import TABLE, digest
from kith.advice.models import WHY_NOT, Adviser, Chat, ChatLine, ChatState, Contact, State
from kith.advice.models.channel import Channel
from kith.advice.permissions import may
from kith.advice.roles import Permission
from kith.advice.sealed import seal
from kith.core.action import CannotBeError, action, concerns
from kith.core.actor import Actor
from kith.design.text import safe_text
from kith.marked import marked

NOBODY = "no timeline hears of the store"
ROOM = 60
"""So many may wait; whoever comes after them is told so, and of the other ways."""
LONGEST = 2000
ALONE = timedelta(minutes=5)
OTHER_WAYS = "The page told them of the phone, a call back and writing to us"
REFUSED = {
    "none": marked("This chat is no longer there."),
    "ended": marked("This chat has ended."),
    "flood": marked("That was a lot at once. Wait a minute, then send it again."),
    "full": marked("This chat is full. Ring us, or begin another."),
}


@action("advice.begin_chat")
def begin(*, by: Actor, secret: str, asker: str, topic: str, called: str, keep: bool, question: str) -> UUID:
    """Somebody begins to talk, and is counted as having asked."""
    may(by, Permission.ASK, NOBODY)
    begun = _one("SELECT id FROM advice_chat_look(%s)", digest(secret))
    if begun is not None:
        concerns((), again=begun)
        return UUID(str(begun))
    contact = uuid4()
    keep_contact(by=by, contact=contact, asked=Asked(Channel.WEBCHAT, asker, topic))
    chat = Chat(secret=digest(secret), contact_id=contact, keep=keep)
    if called:
        chat.called = seal(called[:60], "advice_chat", chat.id, "called")
    chat.save(force_insert=True)
    concerns((), contact=contact)
    if question:
        say_as_caller(by=by, secret=digest(secret), line=uuid4(), words=question)
    return chat.id


@action("advice.turn_chat_away")
def turned_away(*, by: Actor, sent: UUID, asker: str, topic: str, reason: str) -> None:
    """The chat had no room, or had just closed: counted with the reason and with what the page told them of instead."""
    may(by, Permission.ASK, NOBODY)
    keep_contact(
        by=by, contact=sent, asked=Asked(Channel.WEBCHAT, asker, topic), state=State.UNMET,
        ended_at=timezone.now(), unmet_reason=reason, alternative=OTHER_WAYS,
    )  # fmt: skip
    concerns((), contact=sent, reason=reason)


def say_as_caller(*, by: Actor, secret: str, line: UUID, words: str) -> None:
    """A line of the caller's. Not an action of its own: a chat is audited as one. Raises CannotBeError."""
    _told(
        _one("SELECT advice_chat_say(%s, %s, %s)", secret, line, seal(words[:LONGEST], TABLE, line, "words"))
    )


@action("advice.answer_in_chat")
def say_as_adviser(*, by: Actor, chat: UUID, line: UUID, words: str) -> None:
    """A line of the adviser's who has the chat. Raises CannotBeError."""
    may(by, Permission.CHAT, NOBODY)
    concerns((), chat=chat)
    said = _one(
        "SELECT advice_chat_answer(%s, %s, %s)", chat, line, seal(words[:LONGEST], TABLE, line, "words")
    )
    if said == "none":
        raise CannotBeError("This chat is not yours any more: a colleague has it.", field="words")
    _told(said)


@action("advice.take_chat")
def take(*, by: Actor, chat: UUID) -> None:
    """An adviser takes a chat that waits, one that was handed to them, or one whose caller waits alone.

    Two cannot have it.
    """
    may(by, Permission.CHAT, NOBODY)
    one = _locked(chat)
    handed = one.state == ChatState.TALKING and (one.handing_to == by.id or left_alone(one))
    if one.adviser == by.id or (not handed and one.state != ChatState.WAITING):
        raise CannotBeError("Somebody else has it already, or it has ended.")
    now = timezone.now()
    Chat.objects.filter(id=chat).update(state=ChatState.TALKING, adviser=by.id, handing_to=None)
    Contact.objects.filter(id=one.contact_id).update(state="taken", taken_by=by.id)
    Contact.objects.filter(id=one.contact_id, taken_at__isnull=True).update(taken_at=now)
    concerns((), chat=chat)
    _moved(chat)


def left_alone(chat: Chat) -> bool:
    """Whether what its caller wrote has had no answer for five minutes since an adviser took it. Two statements.

    An adviser's own line may drop as well: a colleague steps in, and nobody is left alone.
    """
    taken_at, limit = chat.contact.taken_at, timezone.now() - ALONE
    if chat.state != ChatState.TALKING or taken_at is None or taken_at > limit:
        return False
    said = ChatLine.objects.filter(chat_id=chat.id)
    last = said.filter(by__isnull=False).order_by("-number").values_list("number", flat=True).first() or 0
    return said.filter(by=None, number__gt=last, at__lte=limit).exists()


@action("advice.hand_chat_over")
def hand_over(*, by: Actor, chat: UUID, to: UUID) -> None:
    """Ask a colleague to take it over. It stays with whoever has it until they say yes: nobody is left alone."""
    may(by, Permission.CHAT, NOBODY)
    one = _locked(chat)
    if one.state != ChatState.TALKING or one.adviser != by.id:
        raise CannotBeError("You can hand over only a chat that is yours.")
    colleague = Adviser.objects.filter(id=to, is_active=True).first()
    if colleague is None or to == by.id or not colleague.may(Permission.CHAT):
        raise CannotBeError("Choose a colleague who talks in the chat.", field="to")
    Chat.objects.filter(id=chat).update(handing_to=to)
    concerns((), chat=chat, to=to)
    _moved(chat)


@action("advice.end_chat")
def end(*, by: Actor, chat: UUID, outcome: str, minutes: int) -> None:
    """The adviser ends it. Its words go, unless the caller agreed that they are kept."""
    may(by, Permission.CHAT, NOBODY)
    one = _locked(chat)
    if one.state != ChatState.TALKING or one.adviser != by.id:
        raise CannotBeError("You can end only a chat that is yours.")
    Contact.objects.filter(id=one.contact_id).update(
        state="answered", ended_at=timezone.now(), outcome=outcome, minutes=minutes
    )
    concerns((), chat=chat)
    _one("SELECT advice_chat_finish(%s)", chat)


@action("advice.could_not_help_in_chat")
def could_not_help(*, by: Actor, chat: UUID, reason: str, alternative: str, minutes: int) -> None:
    """The adviser ends it and could not help: why, and who or what else they were told of. Raises CannotBeError."""
    may(by, Permission.CHAT, NOBODY)
    one = _locked(chat)
    if one.state != ChatState.TALKING or one.adviser != by.id:
        raise CannotBeError("You can end only a chat that is yours.")
    if reason not in dict(WHY_NOT) or not safe_text(alternative):
        raise CannotBeError("Say why, and who or what else they were told of: nobody is left with nothing.")
    Contact.objects.filter(id=one.contact_id).update(
        state=State.UNMET, ended_at=timezone.now(), minutes=minutes, unmet_reason=reason,
        alternative=safe_text(alternative)[:200],
    )  # fmt: skip
    concerns((), chat=chat, reason=reason)
    _one("SELECT advice_chat_finish(%s)", chat)


@action("advice.sweep_chats")
def sweep(*, by: Actor) -> int:
    """End the chats of callers not heard of for half an hour, and destroy what is past its day; how many."""
    may(by, "end chats that were left", NOBODY)
    ended = int(_one("SELECT advice_chat_sweep()"))
    concerns((), ended=ended)
    return ended


def _locked(chat: UUID) -> Chat:
    found = Chat.objects.select_for_update().filter(id=chat).first()
    if found is None:
        raise CannotBeError("This chat is no longer there.")
    return found


def _moved(chat: UUID) -> None:
    _one("SELECT advice_chat_moved(%s)", chat)


def _told(answer: str) -> None:
    if answer in REFUSED:
        raise CannotBeError(REFUSED[answer], field="words")


def _one(statement: str, *values: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        found = cursor.fetchone()
    return found[0] if found else None
