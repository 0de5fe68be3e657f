"""What staff must not miss stands first on every page of a person, and on no page of anybody else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from django.test.utils import override_settings

from kith.access.models import Account
from kith.people.models import ContactPoint, Person
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
PAGES = ("", "story/", "story/note/", "story/visit/", "story/document/", "duties/", "about/", "about/name/", "homes/",
         "see-as/", "ready/", "access/")  # fmt: skip
KEPT_SAFE = "Where they live is kept safe."
NOT_SAFE = "Some ways of making contact are not safe."


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


def unsafe_number(ada: Person) -> None:
    ContactPoint.objects.using(make.OWNER).create(
        person=ada, channel="phone", value="07700 900123", safety="unsafe", how_it_is_safe="He reads it.",
        during=make.always(),
    )  # fmt: skip


def notices(account: Account, address: str) -> list[str]:
    answer = signed_in(account).get(address)
    assert answer.status_code == 200, (address, answer.status_code)
    page = BeautifulSoup(answer.content, "html.parser")
    main = page.find("main")
    assert main is not None
    found = page.select(".kith-safety")
    assert all(each.find_next("main") is main for each in found), "it stands before the page's own words"
    return [" ".join(each.get_text(" ").split()) for each in found]


@pytest.mark.parametrize("page", PAGES)
def test_every_page_of_a_person_says_first_what_must_be_kept_safe(
    ada: Person, lead: Account, page: str
) -> None:
    make.home(ada, protected=True)
    unsafe_number(ada)
    said = notices(lead, f"/people/{ada.id}/{page}")
    assert len(said) == 1
    assert KEPT_SAFE in said[0]
    assert NOT_SAFE in said[0]


@pytest.mark.parametrize("page", PAGES)
def test_where_nothing_must_be_kept_safe_no_page_says_so(ada: Person, lead: Account, page: str) -> None:
    make.home(ada)
    assert notices(lead, f"/people/{ada.id}/{page}") == []


def test_a_notice_is_of_this_person_and_of_nobody_before(ada: Person, lead: Account) -> None:
    bo = make.person("Bo")
    make.involved(lead, bo)
    make.home(ada, protected=True)
    assert notices(lead, f"/people/{ada.id}/duties/")
    assert notices(lead, f"/people/{bo.id}/duties/") == []
    assert notices(lead, "/") == []


def test_behind_the_familys_door_nothing_of_it_is_said(ada: Person) -> None:
    make.home(ada, protected=True)
    unsafe_number(ada)
    young = make.account("young_person")
    make.door(young, ada)
    for address in ("/my/", "/my/words/", "/my/story/", "/my/looked/", "/my/advice/", "/my/complain/"):
        answer = signed_in(young).get(address)
        assert b"kith-safety" not in answer.content
        assert KEPT_SAFE not in words_of(answer)


def test_a_page_by_which_something_is_told_says_it_beside_its_own_warning(ada: Person, lead: Account) -> None:
    unsafe_number(ada)
    first, second = notices(lead, f"/people/{ada.id}/duties/tell/")
    assert NOT_SAFE in first
    assert "Before anything leaves" in second
