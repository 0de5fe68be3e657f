"""The family's first page and its writing page: who to ask, what one waits for, and a box to write in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test.utils import override_settings
from django.utils import timezone

from kith.access.looking.family import first_list
from kith.access.models import Account, Release
from kith.access.models.involvement import InvolvementRole
from kith.core.acting import acting
from kith.pages.my.home import WHAT_THEY_DO
from kith.people.models import Person
from kith.story import actions
from kith.story.marks import Marked
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
def young(ada: Person) -> Account:
    account = make.account("young_person", display_name="Ada Example")
    make.door(account, ada)
    return account


def told_of(ada: Person, name: str, role: str, *, works_as: str = "lead") -> Account:
    worker = make.account(works_as, display_name=name, phone="01632 960123")
    held = make.involved(worker, ada, role=role)
    Release.objects.using(make.OWNER).create(
        reader=ada, kind="involvement", item=held.id, prepared=True, how_prepared="Together.",
        released_at=timezone.now(),
    )  # fmt: skip
    return worker


def wrote(young: Account, ada: Person) -> None:
    with acting(make.actor(young)):
        actions.write_own_words(
            by=make.actor(young),
            persons=[ada.id],
            text=[Marked("I want to see Bo.")],
            whose="Ada Example",
            private=False,
        )


def test_the_worker_to_ask_first_stands_whole_and_the_others_a_press_away(
    ada: Person, young: Account
) -> None:
    for name, role in (("Sam School", "school"), ("Rosa Lead", "lead_practitioner"), ("Cora", "coordinator")):
        told_of(ada, name, role)
    page = BeautifulSoup(signed_in(young).get("/my/").content, "html.parser")
    cards = page.select(".kith-card")
    assert [each.get_text(" ", strip=True).split(" Your")[0] for each in cards] == ["Rosa Lead"]
    others = page.select_one("main details")
    assert others is not None
    said = others.get_text(" ", strip=True)
    assert "Sam School . Helps at school" in said
    assert "Cora . Helps your family meet and make a plan" in said
    assert next(each.get_text(strip=True) for each in page.select("main h2")) == "Your worker"


def test_every_role_has_words_for_a_child() -> None:
    assert set(WHAT_THEY_DO) == set(InvolvementRole.values)


def test_what_she_sent_and_nobody_read_is_what_she_waits_for(ada: Person, young: Account) -> None:
    lead = told_of(ada, "Rosa Lead", "lead_practitioner")
    assert "To read what you sent" not in words_of(signed_in(young).get("/my/"))
    wrote(young, ada)
    assert "Not read yet." in words_of(signed_in(young).get("/my/"))
    event = actions_event(young)
    signed_in(lead).post(f"/people/{ada.id}/story/{event}/read/")
    assert "To read what you sent" not in words_of(signed_in(young).get("/my/"))


def actions_event(young: Account) -> object:
    from kith.story.models import Event

    return Event.objects.using(make.OWNER).get(recorded_by=young.id, kind="own_words").id


def test_what_was_shared_is_called_by_its_title(ada: Person, young: Account) -> None:
    lead = told_of(ada, "Rosa Lead", "lead_practitioner")
    by = make.actor(lead)
    with acting(by):
        event = actions.write_note(
            by=by,
            persons=[ada.id],
            title="A walk to the pond",
            text=[Marked("Ducks.")],
            happened_at=timezone.now(),
        )
        actions.release(by=by, event=event, reader=ada.id, prepared=True, how_prepared="Together.")
    words = words_of(signed_in(young).get("/my/"))
    assert re.search(r"A walk to the pond ?, \w+ \d+ \w+ \d+ A note, ", words)


def test_todays_list_names_whoever_wrote_once(ada: Person, young: Account) -> None:
    lead = told_of(ada, "Rosa Lead", "lead_practitioner")
    wrote(young, ada)
    words = words_of(signed_in(lead).get("/"))
    assert "Ada Example, in their own words" in words
    assert "Ada Example : Ada Example" not in words


def test_the_box_to_write_in_comes_before_all_that_explains_it(ada: Person, young: Account) -> None:
    told_of(ada, "Rosa Lead", "lead_practitioner")
    answer = signed_in(young).get("/my/words/")
    page = answer.content.decode()
    assert page.index("<textarea") < page.index("Who reads this, and when") < page.index("Send it")
    assert page.index("There is one limit. If you") < page.index("Send it")
    assert "Kith" not in words_of(answer)


def test_a_picture_that_was_sent_is_shown(ada: Person, young: Account) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    from tests.story.test_story_documents import PNG

    client = signed_in(young)
    form = BeautifulSoup(client.get("/my/words/").content, "html.parser")
    sent = {each["name"]: each.get("value", "") for each in form.select("main form input[type=hidden]")}
    sent |= {"words": "", "who": "everybody", "do": "finish"}
    answer = client.post("/my/words/", sent | {"drawing": SimpleUploadedFile("cat.png", PNG, "image/png")})
    assert answer.status_code == 302, words_of(answer)
    picture = BeautifulSoup(client.get("/my/words/").content, "html.parser").select_one("main img")
    assert picture is not None
    assert picture["alt"] == "Picture: cat.png"
    shown = client.get(str(picture["src"]))
    assert shown["Content-Type"] == "image/png"


@pytest.mark.parametrize(
    ("on", "first"),
    [(date(2026, 11, 26), "January 2027"), (date(2026, 12, 1), "February 2027"), (date(2026, 1, 31), "March 2026"),
     (date(2026, 10, 1), "December 2026")],
)  # fmt: skip
def test_when_the_first_list_can_come_is_told_by_the_calendar_alone(on: date, first: str) -> None:
    assert first_list(on) == first


def test_whoever_is_new_is_told_when_a_list_can_come(young: Account) -> None:
    words = words_of(signed_in(young).get("/my/looked/"))
    assert "There is nothing to show here yet. This month can be on the list from" in words
    assert words.index("look at your record to help you") < words.index("leaves some things out")


def test_independent_help_and_complaining_have_numbers_to_ring(young: Account) -> None:
    advice = signed_in(young).get("/my/advice/").content.decode()
    for number in ("08088005792", "08088010366", "08001111", "08082000247"):
        assert f'href="tel:{number}"' in advice
    complain = signed_in(young).get("/my/complain/").content.decode()
    for number in ("08088005792", "03000610614"):
        assert f'href="tel:{number}"' in complain


def test_home_and_school_says_that_no_school_is_recorded(ada: Person) -> None:
    lead = make.account("lead")
    make.involved(lead, ada)
    assert "School No school is recorded, or none is yours to see. Record a school" in words_of(
        signed_in(lead).get(f"/people/{ada.id}/homes/")
    )
