"""The chat: inside its hours, kept only by consent, sent once on a bad line, handed over, and never flooded."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from kith.advice.chat.actions import sweep
from kith.advice.chat.opening import opening
from kith.advice.models import Chat, ChatLine, Contact, SpecialDay
from kith.advice.roles import DOOR, KEEPER
from kith.core.acting import acting
from tests.advice.seated import OWNER, account, actor, at, client_of, hours, open_chat_now
from tests.support.worker import worker_login

pytestmark = [pytest.mark.database, pytest.mark.usefixtures("store_keys")]
BEGIN = {"called": "Bee", "asker": "parent", "topic": "court", "words": "They sent a letter", "sending": ""}


def begun(**more: Any) -> Client:
    open_chat_now()
    caller = Client()
    answer = caller.post("/chat/", BEGIN | {"sending": str(uuid4())} | more)
    assert answer.status_code == 302, answer.content
    return caller


def the_chat() -> Chat:
    return Chat.objects.using(OWNER).select_related("contact").latest("began_at")


def say(client: Client, words: str, address: str = "/chat/now/say", **more: Any) -> Any:
    return client.post(address, {"words": words, "sending": str(uuid4())} | more, headers={"X-Asks": "chat"})


def taken() -> tuple[Client, Client, Chat, Any]:
    caller = begun()
    noor = account("adviser", "Noor Halloway")
    desk, chat = client_of(noor), the_chat()
    assert desk.post(f"/desk/chats/{chat.id}/do", {"do": "take"}).status_code == 302
    return caller, desk, chat, noor


def test_two_talk_and_each_reads_the_other() -> None:
    caller, desk, chat, _ = taken()
    assert say(desk, "Hello Bee", f"/desk/chats/{chat.id}/do", do="say").status_code == 200
    told = caller.get("/chat/now/lines?after=0&revision=0").json()
    assert [(each["theirs"], each["words"]) for each in told["lines"]] == [
        (False, "They sent a letter"),
        (True, "Hello Bee"),
    ]
    assert told["says"] == "You are talking with Noor."
    assert "Hello Bee" in caller.get("/chat/now/").content.decode()
    assert "They sent a letter" in desk.get(f"/desk/chats/{chat.id}/").content.decode()
    assert Contact.objects.using(OWNER).get(id=chat.contact_id).state == "taken"


def test_nothing_stands_open_in_the_database() -> None:
    caller = begun(called="Quennetta", words="Tyler is four")
    cookie = caller.cookies["talk"]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"], cookie["max-age"]) == (
        True,
        "Strict",
        "/chat/",
        "",
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    held = repr(list(Chat.objects.using(OWNER).values())) + repr(list(ChatLine.objects.using(OWNER).values()))
    assert "Quennetta" not in held
    assert "Tyler" not in held
    assert cookie.value not in held


def test_the_door_reads_no_chat_without_its_secret() -> None:
    begun()
    with acting(DOOR, read_only=True):
        assert Chat.objects.count() == 0
        assert ChatLine.objects.count() == 0
    stranger = Client()
    stranger.cookies["talk"] = "x" * 43
    assert stranger.get("/chat/now/lines").status_code == 404
    assert stranger.get("/chat/now/").status_code == 302
    assert say(stranger, "Let me in").status_code == 409


def test_words_go_when_it_ends_unless_they_agreed() -> None:
    caller, desk, chat, _ = taken()
    desk.post(f"/desk/chats/{chat.id}/do", {"do": "end", "outcome": "understands", "minutes": "12"})
    assert ChatLine.objects.using(OWNER).count() == 0
    assert Chat.objects.using(OWNER).get(id=chat.id).called is None
    assert "What was written is gone" in caller.get("/chat/now/").content.decode()
    contact = Contact.objects.using(OWNER).get(id=chat.contact_id)
    assert (contact.state, contact.outcome, contact.minutes) == ("answered", "understands", 12)


def test_words_that_they_agreed_to_keep_stay_until_their_day() -> None:
    caller = begun(keep="on")
    caller.post("/chat/now/do", {"do": "leave"})
    assert ChatLine.objects.using(OWNER).count() == 1
    chat = the_chat()
    assert (chat.state, chat.contact.state) == ("ended", "abandoned")
    Contact.objects.using(OWNER).filter(id=chat.contact_id).update(
        forget_on=timezone.localdate() - timedelta(days=1)
    )
    assert chat.called is not None
    # Nobody's request does it: only the task.
    begun().post("/chat/now/do", {"do": "keep"})
    assert ChatLine.objects.using(OWNER).filter(chat=chat).count() == 1
    with worker_login(), acting(KEEPER):
        sweep(by=KEEPER)
    assert ChatLine.objects.using(OWNER).filter(chat=chat).count() == 0
    chat.refresh_from_db(using=OWNER)
    assert chat.called is None, "what to call them goes with their words"


def test_they_may_change_their_mind_while_they_talk() -> None:
    caller = begun(keep="on")
    caller.post("/chat/now/do", {"do": "forget"})
    caller.post("/chat/now/do", {"do": "leave"})
    assert ChatLine.objects.using(OWNER).count() == 0


def test_sent_twice_on_a_bad_line_it_is_one() -> None:
    caller = begun()
    token = str(uuid4())
    for _ in range(3):
        assert say(caller, "Are you there?", sending=token).status_code == 200
    assert the_chat().lines == 2


def test_begun_twice_by_a_double_tap_it_is_one_chat() -> None:
    open_chat_now()
    caller, form = Client(), BEGIN | {"sending": str(uuid4())}
    for _ in range(2):
        assert caller.post("/chat/", form).status_code == 302
    assert Chat.objects.using(OWNER).count() == 1
    assert Contact.objects.using(OWNER).count() == 1
    assert len(caller.get("/chat/now/lines?after=0&revision=0").json()["lines"]) == 1
    caller.post("/chat/", BEGIN | {"sending": str(uuid4())})
    assert Chat.objects.using(OWNER).count() == 2


def test_a_flood_is_stopped_and_said() -> None:
    caller = begun()
    answers = [say(caller, f"Again {n}").status_code for n in range(25)]
    assert answers[:19] == [200] * 19  # the first line came with the beginning
    assert set(answers[19:]) == {409}
    refused = say(caller, "And again")
    assert "Wait a minute" in refused.json()["refused"]
    bare = caller.post("/chat/now/say", {"words": "My last words", "sending": str(uuid4())})
    assert "My last words" in bare.content.decode()
    assert "Wait a minute" in bare.content.decode()


def test_too_many_chats_from_one_place_are_refused_and_nothing_typed_is_lost() -> None:
    open_chat_now()
    answers = [
        Client().post("/chat/", BEGIN | {"words": f"Mine {n}", "sending": str(uuid4())}) for n in range(7)
    ]
    assert [each.status_code for each in answers] == [302] * 5 + [429] * 2
    assert "Mine 6" in answers[6].content.decode()


def test_handing_over_leaves_nobody_alone() -> None:
    caller, desk, chat, _noor = taken()
    bea = account("adviser", "Bea Tranter")
    hers = client_of(bea)
    assert say(hers, "Not mine", f"/desk/chats/{chat.id}/do", do="say").status_code == 409
    desk.post(f"/desk/chats/{chat.id}/do", {"do": "hand", "to": str(bea.id)})
    assert say(desk, "Still here", f"/desk/chats/{chat.id}/do", do="say").status_code == 200
    hers.post(f"/desk/chats/{chat.id}/do", {"do": "take"})
    assert say(hers, "Hello, I am Bea", f"/desk/chats/{chat.id}/do", do="say").status_code == 200
    assert say(desk, "Gone", f"/desk/chats/{chat.id}/do", do="say").status_code == 409
    assert "You are talking with Bea." in caller.get("/chat/now/").content.decode()


def test_a_moderator_or_a_stranger_cannot_be_handed_a_chat() -> None:
    _, desk, chat, _ = taken()
    for who in (str(account("moderator").id), "nonsense", str(uuid4())):
        answer = desk.post(f"/desk/chats/{chat.id}/do", {"do": "hand", "to": who})
        assert "Choose a colleague" in answer.content.decode()


def test_two_cannot_have_one_chat() -> None:
    _, _, chat, _ = taken()
    other = client_of(account("adviser"))
    answer = other.post(f"/desk/chats/{chat.id}/do", {"do": "take"})
    assert "Somebody else has it already" in answer.content.decode()


@pytest.mark.parametrize("role", ["moderator", "editor"])
def test_other_roles_find_nothing_there(role: str) -> None:
    begun()
    client = client_of(account(role))
    for address in ("/desk/chats/", f"/desk/chats/{the_chat().id}/"):
        assert client.get(address).status_code == 404
    with acting(actor(account(role)), read_only=True):
        assert Chat.objects.count() == 0


def test_scripts_are_words() -> None:
    caller = begun(called="<script>alert(1)</script>", words="<img src=x onerror=alert(1)>")
    desk = client_of(account("adviser"))
    for page in (
        caller.get("/chat/now/"),
        caller.get("/chat/now/watch/"),
        desk.get(f"/desk/chats/{the_chat().id}/"),
    ):
        html = page.content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert "&lt;img src=x" in html


def test_nul_and_long_lines_do_not_break_it() -> None:
    caller = begun()
    assert say(caller, "a\0b").status_code == 200
    assert say(caller, "x" * 10_000).status_code == 200
    assert caller.get("/chat/now/lines?after=99999999999999&revision=%00").status_code in (200, 204, 400)


def test_whoever_is_not_heard_of_for_half_an_hour_has_gone() -> None:
    begun()
    Chat.objects.using(OWNER).update(heard_at=timezone.now() - timedelta(minutes=31))
    gone = the_chat()
    with worker_login(), acting(KEEPER):
        assert sweep(by=KEEPER) == 1
        assert sweep(by=KEEPER) == 0
    gone.refresh_from_db(using=OWNER)
    assert gone.state == "ended"
    assert Contact.objects.using(OWNER).get(id=gone.contact_id).state == "abandoned"
    assert ChatLine.objects.using(OWNER).filter(chat=gone).count() == 0


def test_without_scripts_one_is_led_to_a_page_that_looks_again_and_has_no_box() -> None:
    caller = begun()
    answer = caller.post("/chat/now/say", {"words": "Hello?", "sending": str(uuid4())}, follow=True)
    html = answer.content.decode()
    assert answer.redirect_chain == [("/chat/now/watch/", 302)]
    assert '<meta http-equiv="refresh" content="15">' in html
    assert "<textarea" not in html
    assert "Hello?" in html


def test_it_is_closed_outside_its_hours_on_bank_holidays_and_special_days() -> None:
    hours(1, time(13, 0), time(15, 0))
    with acting(DOOR, read_only=True):
        assert opening(at(date(2026, 11, 30), time(14, 0)))[0]
        assert not opening(at(date(2026, 11, 30), time(15, 0)))[0]
        closed, told = opening(at(date(2026, 5, 25), time(14, 0)))  # the spring bank holiday
    assert not closed
    assert told.next == "It opens next on Monday 1 June 2026 at 1pm."
    SpecialDay.objects.using(OWNER).create(channel="webchat", day=date(2026, 11, 30), why="Training")
    with acting(DOOR, read_only=True):
        assert not opening(at(date(2026, 11, 30), time(14, 0)))[0]
    answer = Client().post("/chat/", BEGIN)
    assert answer.status_code == 200
    assert Chat.objects.using(OWNER).count() == 0


def test_on_the_afternoon_after_the_clock_changed_it_opens_by_the_clock() -> None:
    for day in (date(2026, 10, 24), date(2026, 10, 25), date(2026, 3, 29)):
        SpecialDay.objects.using(OWNER).create(
            channel="webchat", day=day, opens=time(13, 0), closes=time(16, 0)
        )
    with acting(DOOR, read_only=True):
        for day, utc in ((date(2026, 10, 24), 12), (date(2026, 10, 25), 13), (date(2026, 3, 29), 12)):
            start = at(day, time(13, 0))
            assert start.astimezone(timezone.get_fixed_timezone(0)).hour == utc
            assert not opening(start - timedelta(seconds=1))[0]
            is_open, told = opening(start)
            assert is_open
            assert told.until == at(day, time(16, 0))
            assert told.until - start == timedelta(hours=3)
            assert not opening(at(day, time(16, 0)))[0]


def test_hours_that_span_the_change_itself_are_as_long_as_they_really_are() -> None:
    SpecialDay.objects.using(OWNER).create(
        channel="webchat", day=date(2026, 10, 25), opens=time(0, 0), closes=time(4, 0)
    )
    with acting(DOOR, read_only=True):
        is_open, told = opening(at(date(2026, 10, 25), time(3, 30)))
    assert is_open
    assert told.until is not None
    utc = timezone.get_fixed_timezone(0)
    length = told.until.astimezone(utc) - at(date(2026, 10, 25), time(0, 0)).astimezone(utc)
    assert length == timedelta(hours=5)
