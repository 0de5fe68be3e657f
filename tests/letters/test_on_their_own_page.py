"""A letter behind its reader's own door: once they are prepared, as it was sent, and nobody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from uuid import uuid4

import pytest
from django.db.utils import DatabaseError

from kith.access.models import Account, OwnRoute, Release
from kith.access.own_door.routes import could_be, record_own_route, routes_of
from kith.core.acting import acting
from kith.core.action import CannotBeError, NotPermittedError
from kith.design.dates import today
from kith.letters import actions
from kith.letters.models import Delivery, Letter, Sending
from kith.people.models import ContactPoint
from tests.access.tries import tries
from tests.letters.test_carried import carried
from tests.letters.world import SCHOOL, Apart, address, all_in_pdf
from tests.support import make
from tests.support.notify import FakeNotify, notify_answers
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
NUMBER = "07700 900414"


@pytest.fixture
def street() -> Apart:
    return Apart()


@pytest.fixture
def fake() -> Iterator[FakeNotify]:
    with notify_answers() as answers:
        yield answers


def sent_to_mum(street: Apart, words: str = "We met on the bench.") -> tuple[Letter, Sending]:
    letter = street.letter(words, to=street.mum, to_name="Mara Example")
    return letter, street.send(letter, way="post")


def open_it(street: Apart, letter: Letter, sending: Sending, **more: str) -> object:
    given = {"prepared": "yes", "how_prepared": "We read it together.", **more}
    return signed_in(street.lead).post(address(street, letter.id, f"sent/{sending.id}/open/"), given)


def file_of(account: Account, sending: Sending) -> object:
    return signed_in(account).get(f"/my/letters/{sending.id}/letter.pdf")


def chosen(street: Apart, channel: str = "text", value: str = NUMBER, **more: object) -> OwnRoute:
    contact = ContactPoint.objects.using(make.OWNER).create(
        person=street.mum, channel=channel, value=value, safety="safe", during=make.always()
    )
    given = {"seen_on": today(), "how": "Only she sees it.", **more}
    with acting(make.actor(street.lead)):
        return record_own_route(
            by=make.actor(street.lead), persons=[street.mum.id], contact=contact.id, **given  # type: ignore[arg-type]
        )  # fmt: skip


def test_it_is_there_once_she_is_prepared_and_the_same_to_the_byte(street: Apart) -> None:
    letter, sending = sent_to_mum(street)
    assert file_of(street.mother, sending).status_code == 404
    assert "Nothing yet" in words_of(signed_in(street.mother).get("/my/letters/"))
    refused = open_it(street, letter, sending, prepared="")
    assert "Say whether you have prepared them" in words_of(refused)
    assert file_of(street.mother, sending).status_code == 404
    assert open_it(street, letter, sending).status_code == 302
    got = file_of(street.mother, sending)
    assert got.content == signed_in(street.lead).get(address(street, letter.id, "letter.pdf")).content
    assert "on the bench" in all_in_pdf(got.content)
    assert got.headers["Content-Disposition"] == 'attachment; filename="letter.pdf"'
    assert got.headers["Cache-Control"] == "no-store"
    assert "Title" not in all_in_pdf(got.content) or "/Title': 'Letter'" in all_in_pdf(got.content)


def test_its_list_says_the_day_and_nothing_of_what_it_is_about(street: Apart) -> None:
    letter = street.letter("x", to=street.mum, to_name="Mara Example", subject="The conference about Ada")
    open_it(street, letter, street.send(letter))
    shown = words_of(signed_in(street.mother).get("/my/letters/"))
    assert "Letter of" in shown
    assert "conference" not in shown


def test_nobody_elses_door_has_it(street: Apart) -> None:
    letter, sending = sent_to_mum(street)
    open_it(street, letter, sending)
    for other in (street.father, street.young, street.sibling):
        assert file_of(other, sending).status_code == 404
        assert "Nothing yet" in words_of(signed_in(other).get("/my/letters/"))
    assert file_of(street.mother, Sending(id=uuid4())).status_code == 404
    assert signed_in(street.lead).get("/my/letters/").status_code == 404


def test_a_copy_or_a_release_to_another_person_opens_nothing(street: Apart) -> None:
    _letter, sending = sent_to_mum(street)
    insert = (
        "INSERT INTO access_release (id, recorded_at, recorded_by, source, reader_id, kind, item, prepared, how_prepared,"
        " released_at) VALUES (gen_random_uuid(), now(), %s, 'worker', %s, 'letter', %s, %s, 'x', now())"
    )
    assert not tries(street.lead, insert, [street.lead.id, street.dad.id, sending.id, True])
    assert not tries(street.lead, insert, [street.lead.id, street.mum.id, sending.id, False])
    stranger = make.account("lead")
    assert not tries(stranger, insert, [stranger.id, street.mum.id, sending.id, True])
    assert tries(street.lead, insert, [street.lead.id, street.mum.id, sending.id, True])


def test_taken_back_it_is_gone(street: Apart) -> None:
    letter, sending = sent_to_mum(street)
    open_it(street, letter, sending)
    client = signed_in(street.lead)
    assert "They can read it on their own page" in words_of(client.get(address(street, letter.id)))
    assert client.post(address(street, letter.id, f"sent/{sending.id}/close/")).status_code == 302
    assert file_of(street.mother, sending).status_code == 404
    assert client.post(address(street, letter.id, f"sent/{sending.id}/close/")).status_code == 404


def test_a_letter_that_would_tell_him_is_not_put_on_his_page_and_leaves_it(street: Apart) -> None:
    letter = street.letter(f"Ada likes {SCHOOL}.", to=street.dad)
    sending = street.send(letter)
    other = street.letter(f"Ada still likes {SCHOOL}.", to=street.dad)
    second = street.send(other)
    open_it(street, letter, sending)
    assert file_of(street.father, sending).status_code == 200
    street.keep_apart()
    street.father.refresh_from_db()
    assert file_of(street.father, sending).status_code == 404
    with acting(make.actor(street.lead)), pytest.raises(NotPermittedError, match="kept apart"):
        actions.release(by=make.actor(street.lead), sending=second.id, prepared=True, how_prepared="x")
    with acting(make.actor(street.lead)), pytest.raises(DatabaseError, match="row-level security"):
        Release.objects.create(
            reader_id=street.dad.id, kind="letter", item=second.id, prepared=True, how_prepared="x",
            released_at="2026-01-05T10:00Z", recorded_by=street.lead.id,
        )  # fmt: skip


def test_a_letter_to_somebody_outside_has_no_page(street: Apart) -> None:
    letter = street.letter("x", for_whom="professional", readers=[street.mum.id], to_name="The court")
    sending = street.send(letter)
    assert open_it(street, letter, sending).status_code == 404


def test_she_is_told_only_as_she_chose_and_the_words_name_nobody(street: Apart, fake: FakeNotify) -> None:
    letter, sending = sent_to_mum(street)
    page = words_of(signed_in(street.lead).get(address(street, letter.id, f"sent/{sending.id}/open/")))
    assert "They get no message" in page
    route = chosen(street)
    page = words_of(signed_in(street.lead).get(address(street, letter.id, f"sent/{sending.id}/open/")))
    assert f"By text to {NUMBER}, as they chose" in page
    assert open_it(street, letter, sending, tell_by=str(route.id)).status_code == 302
    told = Delivery.objects.using(make.OWNER).get(sending_id=sending.id)
    assert (told.by, told.goes_to) == ("text", NUMBER)
    assert carried(told).state == "accepted"
    (text,) = fake.sent
    assert (text["type"], text["body"]["phone_number"]) == ("sms", NUMBER)
    words = text["body"]["personalisation"]["message"]
    assert not re.search("kith|council|ada|mara|child|service|letter|https?:", words, re.IGNORECASE)
    shown = words_of(signed_in(street.lead).get(address(street, letter.id)))
    assert "Told by text: taken by GOV.UK Notify" in shown


def test_an_e_mail_goes_the_same_way(street: Apart, fake: FakeNotify) -> None:
    letter, sending = sent_to_mum(street)
    route = chosen(street, "email", "mara@nowhere.example")
    open_it(street, letter, sending, tell_by=str(route.id))
    carried(Delivery.objects.using(make.OWNER).get(sending_id=sending.id))
    assert (fake.sent[0]["type"], fake.sent[0]["body"]["email_address"]) == ("email", "mara@nowhere.example")


@pytest.mark.parametrize("change", ["ended", "unsafe", "taken back"])
def test_what_changed_before_it_went_stops_the_text(street: Apart, fake: FakeNotify, change: str) -> None:
    letter, sending = sent_to_mum(street)
    route = chosen(street)
    open_it(street, letter, sending, tell_by=str(route.id))
    if change == "ended":
        signed_in(street.mother).post("/my/sign-in/messages/", {"route": str(route.id)})
    elif change == "unsafe":
        ContactPoint.objects.using(make.OWNER).filter(id=route.contact_id).update(safety="unsafe")
    else:
        signed_in(street.lead).post(address(street, letter.id, f"sent/{sending.id}/close/"))
    held = carried(Delivery.objects.using(make.OWNER).get(sending_id=sending.id))
    assert held.state == "failed"
    assert held.why == ("withdrawn" if change == "taken back" else "unsafe")
    assert fake.sent == []


OTHERS_SEE = [("text", "phone", "phone", NUMBER), ("email", "email", "e-mail", "mara@nowhere.example")]


@pytest.mark.parametrize("way", OTHERS_SEE, ids=["text", "email"])
def test_what_others_see_since_is_held_back_and_offered_no_more(
    street: Apart, fake: FakeNotify, way: tuple[str, str, str, str]
) -> None:
    channel, asked, named, value = way
    letter, sending = sent_to_mum(street)
    route = chosen(street, channel, value)
    other = chosen(street, "email" if channel == "text" else "text", "07700900417")
    unasked = ContactPoint.objects.using(make.OWNER).create(
        person=street.mum, channel=channel, value="x7700900418", safety="safe", during=make.always()
    )
    open_it(street, letter, sending, tell_by=str(route.id))
    street.says_who_sees_it(**{asked: "others"})
    held = carried(Delivery.objects.using(make.OWNER).get(sending_id=sending.id))
    assert (held.state, held.why, fake.sent) == ("failed", "unsafe", [])
    with acting(make.actor(street.lead)):
        assert [each.id for each in routes_of([street.mum.id])] == [other.id]
        assert unasked.id not in {each.id for each in could_be([street.mum.id])}
    why = f"They said that somebody else sees their {named}, or may, or that it is not safe. Nothing is sent there."
    client = signed_in(street.lead)
    page = words_of(client.get(f"/people/{street.mum.id}/own-messages/"))
    assert (why in page, value in page, unasked.value in page) == (True, False, False)
    again, second = sent_to_mum(street)
    page = words_of(client.get(address(street, again.id, f"sent/{second.id}/open/")))
    assert (why in page, f"to {value}" in page, "to 07700900417" in page) == (True, False, True)
    with acting(make.actor(street.lead)), pytest.raises(NotPermittedError, match="not safe any more"):
        actions.release(
            by=make.actor(street.lead), sending=second.id, prepared=True, how_prepared="x", tell_by=route.id
        )


def test_a_number_that_nobody_chose_is_told_nothing(street: Apart, fake: FakeNotify) -> None:
    _letter, sending = sent_to_mum(street)
    ended = chosen(street)
    OwnRoute.objects.using(make.OWNER).filter(id=ended.id).update(ended_at="2026-01-05T10:00Z")
    with acting(make.actor(street.lead)), pytest.raises(NotPermittedError, match="did not choose"):
        actions.release(
            by=make.actor(street.lead), sending=sending.id, prepared=True, how_prepared="x", tell_by=ended.id
        )
    with pytest.raises(CannotBeError):
        chosen(street, value="07700 900415", how=" ")
    with acting(make.actor(street.mother)):
        assert OwnRoute.objects.count() == 0


def test_a_worker_writes_down_what_they_chose_and_they_end_it(street: Apart) -> None:
    contact = ContactPoint.objects.using(make.OWNER).create(
        person=street.mum, channel="text", value=NUMBER, safety="safe", during=make.always()
    )
    ContactPoint.objects.using(make.OWNER).create(
        person=street.mum, channel="text", value="07700 900999", safety="care", during=make.always()
    )
    client, page = signed_in(street.lead), f"/people/{street.mum.id}/own-messages/"
    assert "900999" not in words_of(client.get(page))
    day = today()
    given = {
        "contact": str(contact.id), "how": "Her own, and her thumb opens it.",
        "seen_on_day": day.day, "seen_on_month": day.month, "seen_on_year": day.year,
    }  # fmt: skip
    assert client.post(page, given | {"how": ""}).status_code == 200
    assert client.post(page, given).status_code == 302
    assert "Her own, and her thumb opens it." in words_of(client.get(page))
    hers = signed_in(street.mother)
    shown = words_of(hers.get("/my/sign-in/"))
    assert NUMBER in shown
    assert "her thumb" not in shown
    route = OwnRoute.objects.using(make.OWNER).get()
    assert signed_in(street.father).post("/my/sign-in/messages/", {"route": str(route.id)}).status_code == 404
    assert signed_in(street.father).get("/my/sign-in/").status_code == 200
    assert NUMBER not in words_of(signed_in(street.father).get("/my/sign-in/"))
    assert hers.post("/my/sign-in/messages/", {"route": str(route.id)}).status_code == 302
    assert NUMBER not in words_of(hers.get("/my/sign-in/"))
    assert "They are sent nothing" in words_of(client.get(page))
