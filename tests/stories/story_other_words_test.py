"""A worker types that mum failed to protect. Other words are offered, quietly; she saves what she will all the same."""

from __future__ import annotations

import pytest
from playwright.sync_api import Request, expect

from kith.access.models import Account
from kith.people.models import Person
from kith.story.models import Passage
from tests.stories.conftest import Sit
from tests.support import make

pytestmark = pytest.mark.database
TYPED = "We talked. Her mum failed to protect her."


def test_a_worker_is_offered_other_words_and_saves_all_the_same(
    sit: Sit, scripts: bool, ada: Person, lead: Account
) -> None:
    worker = sit(lead, scripts=scripts)
    sent: list[Request] = []

    def note(request: Request) -> None:
        sent.append(request)

    worker.page.on("request", note)
    worker.go(f"/people/{ada.id}/story/note/")
    worker.sees("Words that hurt, and other words")
    worker.write("In a few words", "A talk")
    worker.page.get_by_label("What happened").press_sequentially(TYPED)
    if scripts:
        place = worker.part("#id_text + .kith-other-words")
        expect(place).to_contain_text("You wrote “failed to protect”. You could say “... hurt mum")
        expect(place).to_have_attribute("aria-live", "polite")
        worker.look()
        # The list came here once; nothing that was typed went for it: only the draft's own saving carries words.
        assert [each.method for each in sent if "/words/" in each.url] == ["GET"]
        assert {each.url.removeprefix(worker.site) for each in sent if each.post_data} <= {"/drafts/save/"}
        worker.press("Put this away")
        expect(place).to_be_empty()
        worker.page.get_by_label("What happened").press_sequentially(" She said: “he is hard to reach”.")
        worker.page.wait_for_timeout(2500)
        expect(place).to_be_empty()
    worker.press("Put it on the story")
    worker.sees("It is on the story")
    worker.sees("You could say it another way")
    worker.sees(TYPED)
    assert Passage.objects.using(make.OWNER).count() == 1
    worker.follow("More about these words")
    worker.at("/words/")
    worker.sees("History repeating")


def test_a_manager_changes_what_is_offered(sit: Sit, lead: Account) -> None:
    manager = sit(make.account("manager"))
    manager.go("/words/")
    manager.follow("Add words")
    manager.write("Words that hurt", "tick box\ntick boxes")
    manager.write("Why they hurt", "It is no way to help.")
    manager.write("What could be said instead", "a question")
    manager.write("Who says so", "Our families")
    manager.press("Keep this")
    manager.sees("Something needs putting right")
    manager.write("Why you decide this", "They told us.")
    manager.press("Keep this")
    manager.sees("Kept: tick box.")
    sit(lead).go("/words/")


def test_no_family_page_has_the_list(sit: Sit, ada: Person) -> None:
    young = make.account("young_person")
    make.door(young, ada)
    desk = sit(young)
    desk.go("/my/words/")
    desk.does_not_see("Words that hurt")
    assert "other_words" not in desk.page.content()
    assert "other-words" not in desk.page.content()
