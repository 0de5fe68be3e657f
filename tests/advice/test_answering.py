"""The desk: the nearest date first, every look kept, nobody dropped without a reason and another way."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest
from django.core import mail
from django.test.utils import override_settings
from django.utils import timezone

from kith.advice.actions import answering, writing
from kith.advice.actions.asking import Asked
from kith.advice.actions.forgetting import forget
from kith.advice.desk.waiting import rank_of
from kith.advice.models import Adviser, Contact, ContactWords, Look
from kith.advice.roles import DOOR, KEEPER
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from tests.advice.people import OWNER, actor, adviser, asked, signed_in
from tests.support.worker import worker_login

pytestmark = pytest.mark.database
SAID = "Zinnobrecht hearing"
WORDS = {"question": SAID, "phone": "01632 960456", "email": "quiet@zinnobrecht.example"}


@pytest.fixture
def noor() -> Adviser:
    return adviser()


def in_days(days: int) -> dict[str, object]:
    return {"deadline_kind": "court", "deadline_on": timezone.localdate() + timedelta(days=days)}


def a_call(**more: object) -> dict[str, object]:
    now = timezone.now()
    ring = (now - timedelta(minutes=5), now + timedelta(hours=1))
    return {"channel": "call_back", "may_ring": True, "ring": ring, "words": {"phone": "01632 960456"}} | more


def test_the_nearest_date_comes_first_then_a_call_that_is_safe_now(noor: Adviser) -> None:
    plain, far, call, near = asked(), asked(**in_days(10)), asked(**a_call()), asked(**in_days(1))
    page = signed_in(noor).get("/desk/").content.decode()
    order = sorted((plain, far, call, near), key=lambda each: page.index(str(each)))
    assert order == [near, call, far, plain]


def test_a_call_whose_time_is_to_come_waits_for_it() -> None:
    now = timezone.now()
    later = (now + timedelta(hours=3), now + timedelta(hours=5))
    assert rank_of(None, later, now) > rank_of(None, None, now)
    assert rank_of(None, later, later[0]) == 1
    assert rank_of(None, later, later[1]) == 3


def test_the_page_opens_the_words_and_every_look_is_kept(noor: Adviser) -> None:
    contact = asked(words={"question": SAID})
    assert SAID in signed_in(noor).get(f"/desk/asked/{contact}/").content.decode()
    (look,) = Look.objects.using(OWNER).all()
    assert (look.actor, look.contact, look.page) == (noor.id, contact, "contact")


@pytest.mark.parametrize("role", ["moderator", "editor"])
def test_whoever_does_not_answer_finds_nothing_there(role: str) -> None:
    contact = asked(words={"question": SAID})
    client = signed_in(adviser(role))
    assert client.get(f"/desk/asked/{contact}/").status_code == 404
    assert client.get("/desk/figures/").status_code == 404
    with acting(actor(adviser(role))):
        assert Contact.objects.count() == 0
        assert ContactWords.objects.count() == 0
    assert Look.objects.using(OWNER).count() == 0


def test_a_visitor_is_asked_to_sign_in_and_learns_nothing() -> None:
    from django.test import Client

    contact = asked()
    for address in (f"/desk/asked/{contact}/", f"/desk/asked/{uuid4()}/"):
        answer = Client().get(address)
        assert (answer.status_code, answer.content) == (302, b"")


def test_it_is_answered_with_time_and_outcome(noor: Adviser) -> None:
    contact = asked(words={"question": SAID})
    client = signed_in(noor)
    assert client.post(f"/desk/asked/{contact}/", {"does": "take"}).status_code == 302
    missing = client.post(f"/desk/asked/{contact}/", {"does": "answer", "note": "Explained the order."})
    assert "Say how many minutes it took" in missing.content.decode()
    assert "Explained the order." in missing.content.decode()
    done = {"does": "answer", "minutes": "25", "outcome": "prepared", "note": "Explained the order."}
    assert client.post(f"/desk/asked/{contact}/", done).status_code == 302
    kept = Contact.objects.using(OWNER).get(id=contact)
    assert (kept.state, kept.minutes, kept.outcome) == ("answered", 25, "prepared")
    assert "Explained the order." in client.get(f"/desk/asked/{contact}/").content.decode()


def test_nobody_is_dropped_without_a_reason_and_another_way(noor: Adviser) -> None:
    contact, by = asked(), actor(noor)
    with acting(by):
        with pytest.raises(CannotBeError, match="nobody is left with nothing"):
            answering.could_not_help(by=by, contact=contact, reason="no_adviser", alternative=" ")
        with pytest.raises(CannotBeError, match="Choose why"):
            answering.could_not_help(by=by, contact=contact, reason="", alternative="The law centre")
        answering.could_not_help(by=by, contact=contact, reason="no_adviser", alternative="The law centre")
    kept = Contact.objects.using(OWNER).get(id=contact)
    assert (kept.state, kept.unmet_reason, kept.alternative) == ("unmet", "no_adviser", "The law centre")


def test_two_do_not_ring_the_same_person(noor: Adviser) -> None:
    contact, other = asked(**a_call()), actor(adviser())
    with acting(actor(noor)):
        answering.take(by=actor(noor), contact=contact)
    with acting(other), pytest.raises(NotPermittedError, match="Somebody has dealt with it"):
        answering.take(by=other, contact=contact)


def test_nobody_rings_who_did_not_say_yes(noor: Adviser) -> None:
    contact, by = asked(), actor(noor)
    page = signed_in(noor).get(f"/desk/asked/{contact}/").content.decode()
    assert "They ring or come back themselves" in page
    with acting(by):
        answering.take(by=by, contact=contact)
        with pytest.raises(CannotBeError, match="nobody rings"):
            answering.give_back(by=by, contact=contact, no_answer=True)


@override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend")
def test_an_email_says_that_there_is_an_answer_and_nothing_of_anybody(noor: Adviser) -> None:
    mail.outbox = []
    by = actor(noor)
    agreed = asked(
        may_email=True, email_hours="any", words={"question": SAID, "email": WORDS["email"], "name": "Mara"}
    )
    silent = asked(words={"question": SAID})
    with acting(by):
        for each in (agreed, silent):
            answering.take(by=by, contact=each)
        writing.write_to(by=by, contact=agreed)
        with pytest.raises(CannotBeError, match="nothing is sent"):
            writing.write_to(by=by, contact=silent)
    (letter,) = mail.outbox
    assert letter.to == [WORDS["email"]]
    reference = Contact.objects.using(OWNER).get(id=agreed).reference
    for told in (SAID, "Mara", "Zinnobrecht", reference, "Noor", "Next Step", "court", "council", "advice"):
        assert told.lower() not in (letter.subject + letter.body).lower()


def test_where_no_mail_goes_the_adviser_is_told_and_nobodys_address_is_left_anywhere(
    noor: Adviser, tmp_path: Path
) -> None:
    contact, by = (
        asked(may_email=True, email_hours="any", words={"question": SAID, "email": WORDS["email"]}),
        actor(noor),
    )
    with acting(by):
        answering.take(by=by, contact=contact)
    files = {
        "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
        "EMAIL_FILE_PATH": str(tmp_path / "mail"),
    }
    with (
        override_settings(KITH_MAIL=False, **files),
        acting(by),
        pytest.raises(CannotBeError, match="no mail server"),
    ):
        writing.write_to(by=by, contact=contact)
    assert not (tmp_path / "mail").exists()
    nobody = {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": 9,
    }
    with override_settings(**nobody), acting(by), pytest.raises(CannotBeError, match="did not take it"):
        writing.write_to(by=by, contact=contact)


def test_a_call_that_rang_off_is_counted(noor: Adviser) -> None:
    client = signed_in(noor)
    client.post("/desk/call/", {"became": "gone", "asker": "parent", "topic": "court"})
    client.post("/desk/call/", {"became": "talk", "asker": "parent", "topic": "court"})
    found = {each.state for each in Contact.objects.using(OWNER).filter(channel="phone")}
    assert found == {"abandoned", "taken"}


def test_what_was_said_is_destroyed_on_its_day_and_the_count_stays(noor: Adviser) -> None:
    contact, young, by = asked(words={"question": SAID}), asked(words={"question": SAID}), actor(noor)
    with acting(by):
        for each in (contact, young):
            answering.could_not_help(
                by=by, contact=each, reason="closed", alternative="The law centre", note="Rang twice"
            )
    before = Contact.objects.using(OWNER).get(id=contact).reference
    Contact.objects.using(OWNER).filter(id=contact).update(forget_on=timezone.localdate())
    with worker_login(), acting(KEEPER):
        assert forget(by=KEEPER) == 1
    kept = Contact.objects.using(OWNER).get(id=contact)
    assert kept.forgotten_at is not None
    assert kept.reference != before
    assert {each.contact_id for each in ContactWords.objects.using(OWNER).all()} == {young}
    assert Contact.objects.using(OWNER).filter(state="unmet").count() == 2
    assert "destroyed on" in signed_in(noor).get(f"/desk/asked/{contact}/").content.decode()


def test_the_door_can_do_nothing_but_ask() -> None:
    contact = asked()
    for refused in (
        lambda: answering.take(by=DOOR, contact=contact),
        lambda: answering.call_came(by=DOOR, asked=Asked("phone", "parent", "court"), became="talk"),
    ):
        with acting(DOOR), pytest.raises(NotPermittedError):
            refused()
