"""A girl's coach stands on the map of her family's meeting; her worker reads it there, asks him, and he says yes."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.core.acting import acting
from kith.decisions import actions as decisions
from tests.decisions.tale import Tale
from tests.stories.serving import device, looked_at
from tests.support import make

pytestmark = pytest.mark.database


def told() -> Tale:
    """The coordinator and Ada made a map: the coach may be asked, a neighbour never."""
    tale = Tale()
    tale.asks_coordinator()
    with acting(by := make.actor(tale.coordinator)):
        for name, tie in (("Coach Dee", "he taught me to swim"), ("Mr Pryce", "next door")):
            decisions.name_person(by=by, meeting=tale.own.id, name=name, tie=tie, named_by="Ada")
    tale.settles(tale.of("Coach"), "may")
    tale.settles(tale.of("Mr"), "never", never_because="He tells Rhys.")
    return tale


def asks_the_coach(page: Page) -> None:
    page.get_by_role("link", name="Coach Dee").click()
    expect(page.get_by_text("he taught me to swim")).to_be_visible()
    looked_at(page, "could-care-one")
    page.get_by_role("link", name="Write down what came of it").click()
    page.get_by_label("said yes").check()
    page.get_by_label("What did they say?").fill("She can have the room by the garden.")
    looked_at(page, "could-care-came")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("She can have the room by the garden.")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_coach_is_asked_and_says_yes(browser: Browser, house: str, width: int) -> None:
    tale = told()
    page = device(browser, house, tale.lead, width).new_page()
    page.goto(f"{house}/people/{tale.child.id}/homes/")
    expect(page.get_by_text("have no outcome yet")).to_be_visible()
    looked_at(page, "homes-advice")
    page.get_by_role("link", name="have no outcome yet").click()
    expect(page.get_by_text("Never to be asked")).to_be_visible()
    expect(page.get_by_text("He tells Rhys")).to_have_count(0)
    looked_at(page, "who-could-care")
    asks_the_coach(page)
    page.get_by_role("link", name="Who could care").first.click()
    expect(page.get_by_text("Said yes")).to_be_visible()
    page.get_by_role("link", name="Somebody was named").click()
    looked_at(page, "could-care-name")
