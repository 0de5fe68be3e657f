"""The telephone queue, coming back with a reference, and what stands on the desk however many wait."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.test import Client
from django.utils import timezone

from kith.advice.chat import public as chat_public
from kith.advice.desk import waiting as desk_waiting
from kith.advice.figures.queries import figures
from kith.advice.models import Chat, Contact, ContactWords
from kith.core.acting import acting
from tests.advice.people import OWNER, actor, adviser, always_open, asked, signed_in
from tests.advice.seated import client_of, open_chat_now
from tests.advice.test_chat import BEGIN, begun, taken, the_chat

pytestmark = pytest.mark.database
CALL = {"asker": "kinship", "topic": "court", "became": "hold"}


def told(page: Any) -> str:
    return " ".join(page.content.decode().split())


def on_the_desk(client: Client) -> list[str]:
    """References in the order in which the desk shows who waits."""
    soup = BeautifulSoup(client.get("/desk/").content, "html.parser")
    return [each.get_text() for each in soup.select("ul.kith-asked a")]


def reference(of: object) -> str:
    return Contact.objects.using(OWNER).get(id=of).reference


def test_whoever_holds_the_line_stands_before_all_others_with_the_nearest_date_first() -> None:
    desk = signed_in(adviser())
    near = asked(deadline_kind="court", deadline_on=timezone.localdate())
    for day in (timezone.localdate() + timedelta(days=9), timezone.localdate() + timedelta(days=1), None):
        date = {} if day is None else {
            "deadline_kind": "court", "deadline_on_day": day.day, "deadline_on_month": day.month,
            "deadline_on_year": day.year,
        }  # fmt: skip
        answer = desk.post("/desk/call/", CALL | date)
        assert (answer.status_code, answer.headers["Location"]) == (302, "/desk/")
    calls = Contact.objects.using(OWNER).filter(channel="phone")
    assert {each.state for each in calls} == {"waiting"}
    assert ContactWords.objects.using(OWNER).count() == 0, "nobody was asked a name or number"
    later, sooner, none = (each.reference for each in calls.order_by("asked_at"))
    assert on_the_desk(desk) == [sooner, later, none, reference(near)]
    assert "On the line now" in told(desk.get("/desk/"))


def test_one_on_the_line_is_talked_to_or_rang_off_and_both_are_counted() -> None:
    desk = signed_in(adviser())
    for _ in range(2):
        desk.post("/desk/call/", CALL)
    first, second = Contact.objects.using(OWNER).order_by("asked_at")
    desk.post(f"/desk/asked/{first.id}/", {"does": "take"})
    desk.post(f"/desk/asked/{second.id}/", {"does": "went"})
    assert "On the line now" not in told(desk.get("/desk/"))
    states = [each.state for each in Contact.objects.using(OWNER).order_by("asked_at")]
    assert states == ["taken", "abandoned"]


def test_a_caller_is_rung_back_at_a_time_that_is_safe_and_never_without_one() -> None:
    always_open("call_back")
    desk = signed_in(adviser())
    missing = desk.post("/desk/call/", CALL | {"became": "back", "ask_for": "We rang about the survey"})
    assert "Give the number" in told(missing)
    assert "Choose when a call is safe" in told(missing)
    assert "We rang about the survey" in told(missing)
    soup = BeautifulSoup(desk.get("/desk/call/").content, "html.parser")
    slot = str(soup.select_one("select[name=slot] option:nth-of-type(2)")["value"])  # type: ignore[index]
    desk.post("/desk/call/", CALL | {"became": "back", "phone": "01632 960456", "slot": slot})
    (contact,) = Contact.objects.using(OWNER).all()
    assert (contact.channel, contact.state, contact.may_ring, contact.may_leave_message) == (
        "phone",
        "waiting",
        True,
        False,
    )
    assert contact.ring_from is not None
    assert "On the line now" not in told(desk.get("/desk/"))
    page = told(desk.get(f"/desk/asked/{contact.id}/"))
    assert "01632 960456" in page
    assert "Ring only between" in page


def test_a_number_typed_for_one_who_is_not_rung_back_is_not_kept() -> None:
    signed_in(adviser()).post("/desk/call/", CALL | {"became": "talk", "phone": "01632 960456"})
    assert ContactWords.objects.using(OWNER).count() == 0


def test_whoever_must_be_in_court_tomorrow_is_on_the_page_however_many_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desk_waiting, "AT_MOST", 3)
    for _ in range(5):
        asked()
    urgent = asked(deadline_kind="court", deadline_on=timezone.localdate() + timedelta(days=1))
    now = timezone.now()
    ring = (now - timedelta(minutes=5), now + timedelta(hours=1))
    call = asked(channel="call_back", may_ring=True, ring=ring, words={"phone": "01632 960456"})
    desk = signed_in(adviser())
    assert on_the_desk(desk)[:2] == [reference(urgent), reference(call)]
    assert "4 more wait" in told(desk.get("/desk/"))


@pytest.mark.parametrize("ended", [False, True])
def test_whoever_comes_back_with_a_reference_is_found(ended: bool) -> None:
    contact, noor = asked(words={"question": "Zinnobrecht"}), adviser()
    if ended:
        Contact.objects.using(OWNER).filter(id=contact).update(
            state="answered", ended_at=timezone.now(), outcome="understands"
        )
    desk = signed_in(noor)
    typed = f" {reference(contact).lower().replace('-', '')} "
    answer = desk.post("/desk/find", {"reference": typed}, follow=True)
    assert "Zinnobrecht" in told(answer)
    assert reference(contact) not in answer.redirect_chain[0][0]


def test_a_reference_that_nobody_has_is_said_and_stays_typed() -> None:
    desk = signed_in(adviser())
    for typed in ("ZZZZ-ZZZZ", "<script>", "\x00"):
        page = desk.post("/desk/find", {"reference": typed})
        assert page.status_code == 200
        assert "Nobody has that reference" in told(page)
        assert "<script>" not in page.content.decode().split("<main", 1)[1].split("</main", 1)[0]
    assert 'value="ZZZZ-ZZZZ"' in told(desk.post("/desk/find", {"reference": "ZZZZ-ZZZZ"}))
    assert signed_in(adviser("editor")).post("/desk/find", {"reference": "ZZZZ-ZZZZ"}).status_code == 404
    assert Client().post("/desk/find", {"reference": reference(asked())}).status_code == 302


def test_a_chat_that_is_kept_is_found_again_by_the_reference_that_its_caller_was_told() -> None:
    caller = begun(keep="on", words="Zinnobrecht and the letter")
    said = reference(the_chat().contact_id)
    assert said in told(caller.get("/chat/now/"))
    caller.post("/chat/now/do", {"do": "leave"})
    assert said in told(caller.get("/chat/now/"))
    found = signed_in(adviser()).post("/desk/find", {"reference": said}, follow=True)
    assert found.redirect_chain[-1][0] == f"/desk/chats/{the_chat().id}/"
    assert "Zinnobrecht and the letter" in told(found)


def test_a_chat_that_is_not_kept_tells_no_reference() -> None:
    caller = begun()
    said = reference(the_chat().contact_id)
    assert said not in told(caller.get("/chat/now/"))
    caller.post("/chat/now/do", {"do": "leave"})
    assert said not in told(caller.get("/chat/now/"))


def test_whoever_chats_is_in_the_list_of_chats_alone() -> None:
    begun()
    chat = the_chat()
    desk = signed_in(adviser())
    assert on_the_desk(desk) == []
    assert "1 chat waiting" in told(desk.get("/desk/"))
    assert desk.get(f"/desk/asked/{chat.contact_id}/").headers["Location"] == f"/desk/chats/{chat.id}/"
    assert desk.post(f"/desk/asked/{chat.contact_id}/", {"does": "went"}).status_code == 302
    assert Contact.objects.using(OWNER).get(id=chat.contact_id).state == "waiting", (
        "nothing is done past the chat"
    )


def test_minutes_count_whether_we_could_help_or_not() -> None:
    contact, noor = asked(), adviser()
    given = {"does": "unmet", "reason": "not_ours", "alternative": "The law centre", "minutes": "40"}
    assert signed_in(noor).post(f"/desk/asked/{contact}/", given).status_code == 302
    with acting(actor(noor), read_only=True):
        assert figures(timezone.localdate(), timezone.localdate()).minutes == 40


def test_a_chat_in_which_we_could_not_help_ends_with_a_reason_and_another_way() -> None:
    _, desk, chat, _ = taken()
    given = {"do": "unmet", "reason": "not_ours", "alternative": "", "minutes": "7"}
    assert "nobody is left with nothing" in told(desk.post(f"/desk/chats/{chat.id}/do", given))
    assert the_chat().state == "talking"
    desk.post(f"/desk/chats/{chat.id}/do", given | {"alternative": "The law centre"})
    contact = Contact.objects.using(OWNER).get(id=chat.contact_id)
    assert (contact.state, contact.unmet_reason, contact.alternative, contact.minutes) == (
        "unmet", "not_ours", "The law centre", 7,
    )  # fmt: skip
    assert the_chat().state == "ended"


@pytest.mark.parametrize(("full", "reason"), [(True, "no_adviser"), (False, "closed")])
def test_whoever_the_chat_turns_away_is_counted_once_and_keeps_their_words(
    monkeypatch: pytest.MonkeyPatch, full: bool, reason: str
) -> None:
    if full:
        open_chat_now()
        monkeypatch.setattr(chat_public, "ROOM", 0)
    form = BEGIN | {"sending": str(uuid4()), "words": "They sent a zinnoletter"}
    caller = Client()
    for _ in range(2):
        page = told(caller.post("/chat/", form))
        assert "They sent a zinnoletter" in page
        assert "Other ways to reach us" in page
    (contact,) = Contact.objects.using(OWNER).all()
    assert (contact.state, contact.unmet_reason, contact.channel) == ("unmet", reason, "webchat")
    assert contact.alternative
    assert Chat.objects.using(OWNER).count() == 0
    assert ContactWords.objects.using(OWNER).count() == 0


def test_a_manager_reads_who_has_looked_and_an_adviser_does_not() -> None:
    contact, noor = asked(), adviser(name="Noor Halloway")
    seen = signed_in(noor)
    seen.get(f"/desk/asked/{contact}/")
    assert "Who has looked" not in told(seen.get(f"/desk/asked/{contact}/"))
    page = told(client_of(adviser("manager", "Gwen Aldous")).get(f"/desk/asked/{contact}/"))
    assert page.split("Who has looked", 1)[1].count("Noor Halloway") == 2
