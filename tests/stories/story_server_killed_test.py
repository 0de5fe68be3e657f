"""The server is killed between two keystrokes. What was saved is there; what was not yet waits on the page."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from kith.access.models import Account
from kith.people.models import Person
from kith.story.models import Draft, Event
from tests.stories.devices import device, is_saved
from tests.story.serving_apart import killable
from tests.story.set_up import story_set_up
from tests.support import make

pytestmark = pytest.mark.database


def test_a_server_killed_in_mid_word_loses_none(
    browser: Browser, kith_database: None, tmp_path: Path, ada: Person, lead: Account
) -> None:
    with story_set_up(tmp_path), killable(tmp_path) as server:
        page = device(browser, server.address, lead).new_page()
        page.goto(f"{server.address}/people/{ada.id}/story/note/")
        box, state = page.get_by_label("What happened"), page.locator("[data-kith-draft-state]")
        box.press_sequentially("She showed me the garden")
        is_saved(page)
        box.press_sequentially(" and then the")
        server.kill()
        box.press_sequentially(" old shed")
        expect(state).to_contain_text("Your words are safe on this page", timeout=6000)
        page.get_by_role("button", name="Put it on the story").click()
        expect(box).to_have_value("She showed me the garden and then the old shed")
        server.start()
        is_saved(page, 10_000)
        # Another device, and a server that was killed once more in between, have all of it.
        server.kill()
        server.start()
        desk = device(browser, server.address, lead, 1280).new_page()
        desk.goto(f"{server.address}/people/{ada.id}/story/note/")
        expect(desk.get_by_label("What happened")).to_have_value(
            "She showed me the garden and then the old shed"
        )
        assert Draft.objects.using(make.OWNER).count() == 1
        assert not Event.objects.using(make.OWNER).exists(), "what could not be sent was not sent by half"


def test_a_tab_closed_while_the_server_is_down_has_what_was_saved_before(
    browser: Browser, kith_database: None, tmp_path: Path, ada: Person, lead: Account
) -> None:
    with story_set_up(tmp_path), killable(tmp_path) as server:
        context = device(browser, server.address, lead)
        page = context.new_page()
        page.goto(f"{server.address}/people/{ada.id}/story/note/")
        page.get_by_label("What happened").press_sequentially("Saved before.")
        is_saved(page)
        server.kill()
        page.close()
        server.start()
        again = context.new_page()
        again.goto(f"{server.address}/people/{ada.id}/story/note/")
        expect(again.get_by_label("What happened")).to_have_value("Saved before.")
