"""An adviser's own line may drop: a colleague steps in where what the caller wrote has had no answer, and not before."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.utils import timezone

from kith.advice.models import Adviser, Chat, ChatLine, Contact
from tests.advice.seated import OWNER, account, client_of, open_chat_now

pytestmark = pytest.mark.database
TAKE = "Take this chat"


def talking(noor: Adviser) -> UUID:
    """A chat that she took just now; its id."""
    open_chat_now()
    Client().post("/chat/", {"asker": "parent", "topic": "court", "words": "They sent a letter"})
    chat = Chat.objects.using(OWNER).get().id
    do(noor, chat, "take")
    return chat


def do(who: Adviser, chat: UUID, what: str, **more: str) -> str:
    return (
        client_of(who)
        .post(f"/desk/chats/{chat}/do", {"do": what, "sending": str(uuid4()), **more}, follow=True)
        .content.decode()
    )


def minutes_ago(chat: UUID, taken: int, lines: int) -> None:
    """It was taken so long ago, and everything in it was said so long ago."""
    now = timezone.now()
    Contact.objects.using(OWNER).update(taken_at=now - timedelta(minutes=taken))
    ChatLine.objects.using(OWNER).filter(chat_id=chat).update(at=now - timedelta(minutes=lines))


def test_a_colleague_takes_over_what_has_had_no_answer_for_five_minutes() -> None:
    noor, bea = account("adviser", "Noor Halloway"), account("adviser", "Bea Tranter")
    chat = talking(noor)
    minutes_ago(chat, 6, 6)
    desk = client_of(bea).get(f"/desk/chats/{chat}/").content.decode()
    assert "no answer for five minutes" in desk
    assert TAKE in desk
    do(bea, chat, "take")
    held = Chat.objects.using(OWNER).get()
    assert (held.adviser, held.handing_to) == (bea.id, None)
    assert Contact.objects.using(OWNER).get().taken_by == bea.id
    assert "A colleague has this chat now." in client_of(noor).get(f"/desk/chats/{chat}/").content.decode()
    assert "not yours any more" in do(noor, chat, "say", words="Here I am")


@pytest.mark.parametrize(("taken", "lines", "answered"), [(6, 4, False), (4, 20, False), (60, 60, True)])
def test_nobody_takes_over_what_is_answered_or_was_only_just_taken(
    taken: int, lines: int, answered: bool
) -> None:
    noor, bea = account("adviser", "Noor Halloway"), account("adviser", "Bea Tranter")
    chat = talking(noor)
    if answered:
        do(noor, chat, "say", words="I am here")
    minutes_ago(chat, taken, lines)
    assert TAKE not in client_of(bea).get(f"/desk/chats/{chat}/").content.decode()
    assert "Somebody else has it already" in do(bea, chat, "take")
    assert Chat.objects.using(OWNER).get().adviser == noor.id


def test_whoever_has_it_does_not_take_it_from_herself() -> None:
    noor = account("adviser", "Noor Halloway")
    chat = talking(noor)
    minutes_ago(chat, 60, 60)
    assert TAKE not in client_of(noor).get(f"/desk/chats/{chat}/").content.decode()
    assert "Somebody else has it already" in do(noor, chat, "take")
