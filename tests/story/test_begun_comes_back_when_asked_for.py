"""What somebody of a family began to write comes back to them alone, signed in, once they ask for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test import Client, override_settings

from kith.story.models import Draft
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
WORDS = "He shouts at night, and I hide."


@pytest.fixture(autouse=True)
def _set_up(tmp_path: Path) -> Iterator[None]:
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        yield


@pytest.fixture
def young() -> Client:
    account = make.account("young_person")
    make.door(account, make.person("Ada"))
    client = signed_in(account)
    kept = client.post("/my/words/", {"do": "save", "words": WORDS, "who": "everybody"})
    assert "?draft=" in kept.headers["Location"]
    assert WORDS in client.get(kept.headers["Location"]).content.decode()
    return client


def test_whoever_opens_her_page_finds_nothing_of_what_she_began(young: Client) -> None:
    page = young.get("/my/words/").content.decode()
    assert WORDS not in page
    assert str(Draft.objects.using(make.OWNER).get().id) not in page
    assert "It saves itself as you write." in page


def test_she_asks_for_it_and_it_is_there(young: Client) -> None:
    assert "Bring it back" in words_of(young.get("/my/words/"))
    assert WORDS in young.get("/my/words/?draft=mine").content.decode()


def test_it_is_asked_for_in_the_same_words_whether_there_is_anything_or_not() -> None:
    account = make.account("parent")
    make.door(account, make.person("Mara"))
    client = signed_in(account)
    assert "Did you begin something and not send it? Bring it back" in words_of(client.get("/my/words/"))
    assert "There is nothing here that you began" in words_of(client.get("/my/words/?draft=mine"))


def test_nobody_elses_comes_back(young: Client) -> None:
    other = make.account("parent")
    make.door(other, make.person("Rhys"))
    draft = Draft.objects.using(make.OWNER).get()
    for asked in ("mine", str(draft.id)):
        assert WORDS not in signed_in(other).get(f"/my/words/?draft={asked}").content.decode()


def test_a_request_for_help_that_is_being_typed_lives_in_the_open_page_alone() -> None:
    client = Client()
    typed = client.post("/help/ask/", {"what_is_hard": WORDS})
    assert typed.status_code in {200, 302}
    page = client.get("/help/ask/").content.decode()
    assert WORDS not in page
    assert "data-kith-draft" not in page
    assert 'autocomplete="off"' in page
    assert not Draft.objects.using(make.OWNER).exists()
