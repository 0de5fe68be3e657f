"""A page that is sent twice gives one event: a double tap, a retry, two tabs. Words that differ are kept."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from kith.access.models import Account, NotYetTold, Release
from kith.core.models import SentForm
from kith.people.models import Person
from kith.story.models import Document, Draft, Event
from kith.story.writing import event_of
from tests.story.seen import page, signed_in
from tests.support import make
from tests.support.at_once import at_once

pytestmark = pytest.mark.database
NOTE = {"title": "The garden", "text": "She showed me the garden.", "do": "finish", "revision": "0"}


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


@pytest.fixture
def lead(ada: Person) -> Account:
    account = make.account("lead", display_name="Rosa Lindqvist")
    make.involved(account, ada)
    return account


def drawn(client: Client, address: str) -> dict[str, str]:
    """The hidden fields that the page drew for its form."""
    found = re.findall(r'<input type="hidden" name="(\w+)"[^>]* value="([^"]*)"', page(client, address))
    return {name: value for name, value in found if name != "csrfmiddlewaretoken"}


def note(client: Client, ada: Person, **more: str) -> dict[str, Any]:
    hidden = drawn(client, f"/people/{ada.id}/story/note/")
    typed = page(client, f"/people/{ada.id}/story/note/")
    days = re.findall(r'name="(when\w+)" type="text"[^>]* value="(\d+)"', typed)
    return hidden | dict(days) | NOTE | more


def send(client: Client, address: str, data: dict[str, Any]) -> Callable[[], str]:
    """Sends a form, and says where that led."""

    def sending() -> str:
        again = Client()
        again.cookies = client.cookies
        answer = again.post(address, data)
        assert answer.status_code == 302, (answer.status_code, answer.content.decode()[:2000])
        return str(answer["Location"])

    return sending


def events(kind: str) -> int:
    return Event.objects.using(make.OWNER).filter(kind=kind).count()


def test_two_sendings_of_one_note_at_the_same_moment_are_one_event(ada: Person, lead: Account) -> None:
    client = signed_in(lead)
    data = note(client, ada)
    to = send(client, f"/people/{ada.id}/story/note/", data)
    first, second = at_once(to, to)
    assert first == second
    assert str(event_of(UUID(data["draft"]))) in first
    assert events("note") == 1
    assert to() == first, "a retry much later leads there too"
    assert events("note") == 1


def test_a_saved_draft_sent_from_two_tabs_at_once_is_one_event(ada: Person, lead: Account) -> None:
    client = signed_in(lead)
    data = note(client, ada)
    address = f"/people/{ada.id}/story/note/"
    client.post(address, data | {"do": "save"})
    tabs = [drawn(client, f"{address}?draft={data['draft']}") for _ in range(2)]
    assert tabs[0]["draft"] == tabs[1]["draft"] == data["draft"]
    first, second = at_once(*(send(client, address, data | tab) for tab in tabs))
    assert first == second
    assert (events("note"), Draft.objects.using(make.OWNER).count()) == (1, 0)


def test_other_words_on_one_draft_are_neither_lost_nor_a_second_event(ada: Person, lead: Account) -> None:
    client = signed_in(lead)
    address = f"/people/{ada.id}/story/note/"
    data = note(client, ada)
    one, other = at_once(
        send(client, address, data), send(client, address, data | {"text": "She showed me the shed."})
    )
    assert events("note") == 1
    (kept,) = (each for each in (one, other) if "written=" in each)
    shown = page(client, kept)
    assert "put on the story while you wrote" in shown
    written = Event.objects.using(make.OWNER).get(kind="note").passages.using(make.OWNER).get().text
    lost = ({"She showed me the garden.", "She showed me the shed."} - {written}).pop()
    assert lost in shown
    # Sent on purpose, they are a second event.
    again = drawn(client, kept)
    client.post(address, data | again | {"text": lost})
    assert events("note") == 2


def test_a_colleague_on_a_shared_draft_makes_no_second_event_and_keeps_their_words(
    ada: Person, lead: Account
) -> None:
    colleague = make.account("lead", display_name="Sam Okoro")
    make.involved(colleague, ada)
    client, address = signed_in(lead), f"/people/{ada.id}/story/note/"
    data = note(client, ada)
    client.post(address, data | {"do": "save"})
    client.post(f"{address}share/", {"draft": data["draft"], "account": str(colleague.id)})
    theirs = drawn(signed_in(colleague), f"{address}?draft={data['draft']}")
    mine = drawn(client, f"{address}?draft={data['draft']}")
    at_once(
        send(client, address, data | mine),
        send(signed_in(colleague), address, data | theirs | {"text": "He showed me the shed."}),
    )
    assert events("note") == 1
    assert Draft.objects.using(make.OWNER).count() == 1


def test_a_page_that_was_wrong_at_first_is_sent_when_it_is_put_right(ada: Person, lead: Account) -> None:
    client = signed_in(lead)
    data = note(client, ada)
    wrong = client.post(f"/people/{ada.id}/story/note/", data | {"title": ""})
    assert wrong.status_code == 200
    send(client, f"/people/{ada.id}/story/note/", data | {"revision": "1"})()
    assert events("note") == 1


def test_own_words_with_a_recording_sent_twice_at_once_are_one_event_with_one_file(ada: Person) -> None:
    young = make.account("young_person")
    make.door(young, ada)
    client = signed_in(young)
    data = drawn(client, "/my/words/") | {"do": "finish", "words": "i want to see nan", "who": "everybody"}

    def with_file() -> Callable[[], str]:
        file = SimpleUploadedFile("nan.txt", b"la la la, a song for nan", "text/plain")
        return send(client, "/my/words/", data | {"file": file})

    first, second = at_once(with_file(), with_file())
    assert first == second == "/my/words/?sent"
    assert (events("own_words"), Document.objects.using(make.OWNER).count()) == (1, 1)


def test_own_words_changed_in_another_tab_are_kept_and_the_child_is_told(ada: Person) -> None:
    young = make.account("young_person")
    make.door(young, ada)
    client = signed_in(young)
    data = drawn(client, "/my/words/") | {"do": "finish", "words": "i want to see nan", "who": "everybody"}
    send(client, "/my/words/", data)()
    shown = page(client, send(client, "/my/words/", data | {"words": "i want to see nan and grandad"})())
    assert "You sent this already" in shown
    assert "i want to see nan and grandad" in shown
    assert events("own_words") == 1


def test_a_file_a_release_and_its_taking_back_sent_twice_at_once_are_done_once(
    ada: Person, lead: Account
) -> None:
    client = signed_in(lead)
    upload = f"/people/{ada.id}/story/document/"
    data = drawn(client, upload) | {"label": "1"}

    def with_file() -> Callable[[], str]:
        return send(
            client, upload, data | {"file": SimpleUploadedFile("a.txt", b"a plain letter", "text/plain")}
        )

    at_once(with_file(), with_file())
    assert (events("document"), Document.objects.using(make.OWNER).count()) == (1, 1)

    address = f"/people/{ada.id}/story/{Event.objects.using(make.OWNER).get(kind='document').id}/"
    data = drawn(client, f"{address}release/?reader={ada.id}") | {
        "prepared": "yes",
        "how_prepared": "Together.",
    }
    to = send(client, f"{address}release/", data)
    at_once(to, to)
    released = Release.objects.using(make.OWNER).filter(withdrawn_at=None)
    assert released.count() == 1
    said = Event.objects.using(make.OWNER).filter(title__startswith="Released to somebody")
    assert said.count() == 1

    to = send(client, f"{address}withdraw/", drawn(client, address))
    at_once(to, to)
    assert not released.exists()


def test_a_concern_begun_and_ended_twice_at_once_is_one(ada: Person, lead: Account) -> None:
    client = signed_in(lead)
    begin = f"/people/{ada.id}/story/not-told/"
    to = send(client, begin, drawn(client, begin) | {"persons": [str(ada.id)], "reason": "Police ask."})
    at_once(to, to)
    assert NotYetTold.objects.using(make.OWNER).count() == 1
    end = f"/people/{ada.id}/story/told/"
    to = send(client, end, drawn(client, end) | {"how": "told", "said": "Mara, all of it, today."})
    at_once(to, to)
    assert not NotYetTold.objects.using(make.OWNER).filter(ended_at=None).exists()


def test_what_one_account_sent_says_nothing_to_another(ada: Person, lead: Account) -> None:
    client = signed_in(lead)
    data = note(client, ada)
    send(client, f"/people/{ada.id}/story/note/", data)()
    row = SentForm.objects.using(make.OWNER).get()
    assert row.actor == lead.id
    assert str(row.id) != data["draft"], "the token itself is not kept"
    stranger = signed_in(make.account("lead"))
    assert stranger.post(f"/people/{ada.id}/story/note/", data).status_code == 200, "asks for a reason"
    from kith.core.acting import acting

    with acting(make.actor(make.account("lead"))):
        assert not SentForm.objects.exists()


def test_a_token_that_is_none_does_no_harm(ada: Person, lead: Account) -> None:
    client = signed_in(lead)
    data = note(client, ada) | {"draft": "not a token"}
    send(client, f"/people/{ada.id}/story/note/", data)()
    assert events("note") == 1
    assert not SentForm.objects.using(make.OWNER).exists()
