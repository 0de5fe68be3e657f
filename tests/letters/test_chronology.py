"""A chronology from the story: picked, worded anew, its sources kept, what is about others left out until picked."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from uuid import UUID

import pytest
from django.test import override_settings

from kith.core.acting import acting
from kith.core.labels import Label
from kith.design.dates import LONDON
from kith.letters.models import Letter
from kith.story.actions import write_note
from kith.story.marks import Marked
from kith.story.models import Event, Passage
from tests.letters.world import SCHOOL, Apart, address
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture
def street() -> Apart:
    return Apart()


def noted(street: Apart, title: str, *text: Marked, day: int = 4, covert: UUID | None = None) -> Event:
    at = datetime(2026, 3, day, 10, tzinfo=LONDON)
    with acting(make.actor(street.lead)):
        made = write_note(
            by=make.actor(street.lead),
            persons=[street.child.id],
            title=title,
            text=text,
            happened_at=at,
            covert=covert,
        )
    return Event.objects.using(make.OWNER).get(id=made)


def page(street: Apart) -> str:
    return f"/people/{street.child.id}/letters/chronology/"


def test_lines_are_picked_and_worded_anew_and_keep_what_they_come_of(street: Apart) -> None:
    first = noted(street, "Ada was sad", day=4)
    second = noted(street, "Ada laughed", day=9)
    left = noted(street, "Nothing came of it", day=11)
    client = signed_in(street.lead)
    typed = {f"line-{first.id}": "Ada told us that she was sad."}
    answer = client.post(
        page(street), {"to_name": "The conference", "pick": [str(second.id), str(first.id)], **typed}
    )
    assert answer.status_code == 302
    letter = Letter.objects.using(make.OWNER).get()
    assert letter.made_of == [first.id, second.id]
    shown = words_of(client.get(address(street, letter.id)))
    assert "4 March 2026 Note Ada told us that she was sad. 9 March 2026 Note Ada laughed" in shown
    assert left.title not in shown
    assert (
        f"/people/{street.child.id}/story/{first.id}/"
        in client.get(address(street, letter.id)).content.decode()
    )
    assert Event.objects.using(make.OWNER).get(id=first.id).title == "Ada was sad"


def test_what_is_about_somebody_else_is_left_out_until_it_is_picked_and_goes_marked(street: Apart) -> None:
    event = noted(
        street,
        "A talk",
        Marked("She slept well.", Label.NORMAL),
        Marked("Her aunt is ill.", Label.THIRD_PARTY),
    )
    client = signed_in(street.lead)
    client.post(page(street), {"to_name": "The conference", "pick": [str(event.id)]})
    plain = Letter.objects.using(make.OWNER).get()
    assert "aunt" not in str(plain.content)
    assert "She slept well." in str(plain.content)
    assert plain.labels == Label.NORMAL.value
    passage = Passage.objects.using(make.OWNER).get(label=Label.THIRD_PARTY.value)
    client.post(page(street), {"to_name": "The court", "pick": [str(event.id), str(passage.id)]})
    marked = Letter.objects.using(make.OWNER).get(to_name="The court")
    assert "[About somebody else] Her aunt is ill." in str(marked.content)
    assert marked.labels == (Label.NORMAL | Label.THIRD_PARTY).value
    street.send(marked)
    assert "[About somebody else] Her aunt is ill." in words_of(
        client.get(address(street, marked.id, "paper/"))
    )


def test_what_is_not_yet_told_or_sealed_is_not_offered(street: Apart, tmp_path: Path) -> None:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        _not_offered(street)


def _not_offered(street: Apart) -> None:
    street.lead = make.account("social_worker")
    make.involved(street.lead, street.child)
    noted(street, "Police came", covert=street.concern())
    noted(street, "A talk", Marked("Advice of our lawyer.", Label.LEGAL_PRIVILEGE))
    words = words_of(signed_in(street.lead).get(page(street)))
    assert "A talk" in words
    assert "Police came" not in words
    assert "lawyer" not in words


def test_a_chronology_that_he_will_read_names_no_school_of_theirs(street: Apart) -> None:
    event = noted(street, f"Ada began at {SCHOOL}")
    street.keep_apart()
    client = signed_in(street.lead)
    form = {"to_name": "The court", "pick": [str(event.id)], "copies": [str(street.dad.id)]}
    client.post(page(street), form)
    letter = Letter.objects.using(make.OWNER).get()
    shown = words_of(client.get(address(street, letter.id, "check/hand/")))
    assert "It cannot leave like this." in shown
    assert "These will read it too: Rhys" in shown
    assert client.post(address(street, letter.id, "check/hand/"), {"read": "on"}).status_code == 200
    assert client.get(address(street, letter.id, "letter.pdf")).status_code == 404


def test_what_was_typed_comes_back_with_what_is_missing(street: Apart) -> None:
    event = noted(street, "Ada was sad")
    client = signed_in(street.lead)
    answer = client.post(
        page(street), {"to_name": "", "pick": [str(event.id)], f"line-{event.id}": "Worded anew."}
    )
    assert answer.status_code == 200
    assert "Worded anew." in words_of(answer)
    assert 'value="' + str(event.id) + '" checked' in answer.content.decode()
    assert "Pick at least one line." in words_of(client.post(page(street), {"to_name": "x"}))


def test_an_event_that_is_kept_apart_as_a_whole_goes_marked_or_not_at_all(
    street: Apart, tmp_path: Path
) -> None:
    kept = noted(street, "Her aunt came")
    sealed = noted(street, "Our lawyer rang")
    for each, label in ((kept, Label.THIRD_PARTY), (sealed, Label.LEGAL_PRIVILEGE)):
        Event.objects.using(make.OWNER).filter(id=each.id).update(label=label.value)
    street.lead = make.account("social_worker")
    make.involved(street.lead, street.child)
    shown = words_of(signed_in(street.lead).get(page(street)))
    assert "About somebody else: left out unless you pick it" in shown
    assert "Our lawyer rang" not in shown
    signed_in(street.lead).post(page(street), {"to_name": "The court", "pick": [str(kept.id)]})
    letter = Letter.objects.using(make.OWNER).get()
    assert "[About somebody else] Her aunt came" in str(letter.content)
    assert letter.labels == (Label.NORMAL | Label.THIRD_PARTY).value
