"""All that was given to somebody to read stands in one list behind their door: its kind, its day, and no more of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kith.access.models import Account
from kith.core.acting import acting
from kith.letters.queries.mine import my_papers
from tests.letters.test_on_their_own_page import open_it, sent_to_mum
from tests.letters.world import Apart
from tests.stories.story_ex_partner_tries_everything_test import Stolen
from tests.support import make
from tests.support.notify import FakeNotify, notify_answers
from tests.support.visit import signed_in, words_of

pytestmark = pytest.mark.database
LIST = "/my/documents/"


@pytest.fixture
def fake() -> Iterator[FakeNotify]:
    with notify_answers() as answers:
        yield answers


def test_a_letter_is_in_the_list_once_its_reader_is_prepared(fake: FakeNotify) -> None:
    street = Apart()
    letter, sending = sent_to_mum(street)
    hers = signed_in(street.mother)
    assert "Nothing yet." in words_of(hers.get(LIST))
    open_it(street, letter, sending)
    page = words_of(hers.get(LIST))
    assert "A letter, " in page
    assert letter.subject not in page
    assert hers.get(f"/my/letters/{sending.id}/letter.pdf").status_code == 200
    assert "Nothing yet." in words_of(signed_in(street.father).get(LIST))


def test_what_he_was_given_is_listed_and_opens_by_a_name_that_says_nothing_and_nothing_of_hers_is_there() -> (
    None
):
    world = Stolen()
    page = world.he.get(LIST)
    shown = page.content.decode()
    mine = f"/my/story/{world.his_own.event_id}/documents/{world.his_own.id}"
    assert "A picture, " in words_of(page)
    assert mine in shown
    for told in ("us-two", "garden", str(world.theirs.id), str(world.theirs.event_id)):
        assert told not in shown
    with acting(make.actor(Account.objects.using(make.OWNER).get(login="ex-partner@kithshire.example"))):
        (paper,) = my_papers()
    answer = world.he.get(paper.href)
    assert answer.status_code == 200
    assert 'filename="picture.jpg"' in answer.headers["Content-Disposition"]
    assert world.he.get(f"/my/story/{world.theirs.event_id}/documents/{world.theirs.id}/").status_code == 404


def test_a_closed_page_lists_nothing(fake: FakeNotify) -> None:
    street = Apart()
    letter, sending = sent_to_mum(street)
    open_it(street, letter, sending)
    hers = signed_in(street.mother)
    signed_in(street.mother).post("/sign-out", {"ends": "closed"})
    assert hers.get(LIST).headers["Location"].startswith("/sign-in")
