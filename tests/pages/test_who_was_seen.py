"""A visit says who was seen only where the worker says so, and an empty doorstep has its own answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse
from django.test.utils import override_settings
from django.utils import timezone

from kith.access.models import Account
from kith.people.models import Person
from kith.story.models import Draft, Event
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database


@pytest.fixture(autouse=True)
def _keys(kith_database: None, tmp_path: Path) -> Iterator[None]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        yield


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


@pytest.fixture
def lead(ada: Person) -> Account:
    account = make.account("lead", display_name="Rosa Lindqvist")
    make.involved(account, ada)
    return account


def sent(lead: Account, ada: Person, **answers: object) -> HttpResponse:
    today = timezone.localdate()
    given = {"draft": str(uuid4()), "revision": "0", "do": "finish", "next_time": "", "at": "",
             "when_day": str(today.day), "when_month": str(today.month), "when_year": str(today.year)}  # fmt: skip
    answer: HttpResponse = signed_in(lead).post(f"/people/{ada.id}/story/visit/", given | answers)
    return answer


def visits() -> list[Event]:
    return list(Event.objects.using(make.OWNER).filter(kind="visit"))


def test_a_fresh_visit_form_has_nobody_ticked_and_nothing_chosen(lead: Account, ada: Person) -> None:
    form = BeautifulSoup(signed_in(lead).get(f"/people/{ada.id}/story/visit/").content, "html.parser")
    assert form.select('input[name="seen"]')
    assert form.select('input[name="seen"][checked], input[name="alone"][checked]') == []


def test_a_visit_that_does_not_say_who_was_seen_is_refused(lead: Account, ada: Person) -> None:
    assert "Say who you saw, or that you saw nobody" in words_of(sent(lead, ada, alone="no"))
    assert visits() == []


def test_whoever_saw_somebody_still_says_whether_alone(lead: Account, ada: Person) -> None:
    assert "“Did you see them alone” still needs an answer" in words_of(sent(lead, ada, seen=[str(ada.id)]))
    assert visits() == []


@pytest.mark.parametrize("alone", ["yes", "part"])
def test_nobody_cannot_have_been_seen_alone(lead: Account, ada: Person, alone: str) -> None:
    assert "so nobody was seen alone" in words_of(sent(lead, ada, seen=["nobody"], alone=alone))
    assert visits() == []


def test_somebody_and_nobody_is_a_contradiction(lead: Account, ada: Person) -> None:
    answer = words_of(sent(lead, ada, seen=["nobody", str(ada.id)], alone="no"))
    assert "You ticked somebody, and nobody. Leave one of them" in answer
    assert visits() == []


@pytest.mark.parametrize(
    ("alone", "said"),
    [("", "Nobody was seen"), ("no", "Nobody was seen"), ("offered", "Being seen alone was offered")],
)
def test_no_answer_at_the_door_is_said_and_is_not_being_in_touch(
    lead: Account, ada: Person, alone: str, said: str
) -> None:
    answer = sent(lead, ada, seen=["nobody"], alone=alone, saw="No answer at the door.")
    assert answer.status_code == 302, answer.content.decode()
    (visit,) = visits()
    assert (visit.facts["seen"], visit.facts["nobody"]) == ([], True)
    client = signed_in(lead)
    story = words_of(client.get(f"/people/{ada.id}/story/"))
    assert said in story
    assert "Not seen alone" not in story
    assert "Nobody was seen" in words_of(client.get(f"/people/{ada.id}/ready/"))
    today = words_of(client.get("/"))
    assert "nobody in touch yet" in today
    assert "quiet for long" in today


def test_seeing_the_child_is_being_in_touch(lead: Account, ada: Person) -> None:
    assert sent(lead, ada, seen=[str(ada.id)], alone="yes").status_code == 302
    assert "quiet for long" not in words_of(signed_in(lead).get("/"))


def test_an_empty_form_is_refused_and_leaves_no_draft(lead: Account, ada: Person) -> None:
    assert "Something needs putting right" in words_of(sent(lead, ada))
    assert Draft.objects.using(make.OWNER).count() == 0
    sent(lead, ada, saw="A tidy room.")
    assert Draft.objects.using(make.OWNER).count() == 1


def test_a_draft_that_was_left_says_whose_it_is(lead: Account, ada: Person) -> None:
    sent(lead, ada, saw="A tidy room.")
    assert "Visit: Ada Example" in words_of(signed_in(lead).get("/"))


def test_without_its_script_a_form_does_not_say_that_it_saves_itself(lead: Account, ada: Person) -> None:
    young = make.account("young_person")
    make.door(young, ada)
    for account, address, button in (
        (lead, f"/people/{ada.id}/story/visit/", "Save draft"),
        (young, "/my/words/", "Keep it for later"),
    ):
        words = words_of(signed_in(account).get(address))
        assert "It saves itself" not in words
        assert f"Press “{button}” to finish it another time." in words
