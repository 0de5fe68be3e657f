"""Whatever stops a form on its way, the words that somebody wrote in it are in the page that says so."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from psycopg.types.range import DateRange

from kith.core.action import NotPermittedError
from kith.people.models import Person
from kith.people.models.needs import PersonNeed
from tests.support import make
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
WORDS = 'A quiet room & no "<b>lights</b>" on the ceiling'


@pytest.fixture
def ada() -> Person:
    return make.person("Ada")


def test_a_record_that_shut_while_somebody_wrote_gives_the_words_back_with_the_question_why(
    ada: Person,
) -> None:
    lead = make.account("lead")
    held = make.involved(lead, ada)
    worker = signed_in(lead)
    assert worker.get(f"/people/{ada.id}/about/need/").status_code == 200
    held.during = DateRange(make.LONG_AGO, date(2021, 1, 1), "[)")
    held.save(using=make.OWNER)
    answer = worker.post(f"/people/{ada.id}/about/need/", {"need": WORDS})
    assert "Why do you need to open this record?" in words_of(answer)
    assert WORDS in words_of(answer)
    assert b"<b>lights" not in answer.content
    assert not PersonNeed.objects.using(make.OWNER).exists()


def test_an_act_that_is_refused_gives_the_words_back_with_the_refusal(
    ada: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    lead = make.account("lead")
    make.involved(lead, ada)

    def refused(**_how: object) -> None:
        raise NotPermittedError("Not now.")

    monkeypatch.setattr("kith.story.staff.concerns.actions.start_not_yet_told", refused)
    answer = signed_in(lead).post(
        f"/people/{ada.id}/story/not-told/", {"persons": str(ada.id), "reason": WORDS}
    )
    assert answer.status_code == 403
    assert "Not now." in words_of(answer)
    assert WORDS in words_of(answer)


def test_a_page_that_only_asks_why_has_no_words_of_anybody(ada: Person) -> None:
    page = signed_in(make.account("lead")).get(f"/people/{ada.id}/?need=one+two+three")
    assert "one two three" not in words_of(page)
    assert b"<textarea" in page.content
    assert b"Your words" not in page.content


def test_nothing_there_answers_the_same_whatever_was_sent(ada: Person) -> None:
    make.restricted(ada)
    worker: Client = signed_in(make.account("lead"))
    shut = worker.post(f"/people/{ada.id}/about/need/", {"need": WORDS})
    nobody = worker.post("/people/00000000-0000-4000-8000-000000000000/about/need/", {"need": WORDS})
    assert shut.status_code == nobody.status_code == 404
    assert shut.content == nobody.content
