"""A worker types in a hallway; tabs close, sign-ins end, servers die: every word is still there."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from kith.access.models import Account
from kith.people.models import Person
from kith.story.models import Event
from tests.stories.devices import device, is_saved
from tests.stories.serving import fits_and_is_clean
from tests.story.seen import signed_in
from tests.story.serving import served
from tests.story.set_up import story_set_up
from tests.support import make

pytestmark = pytest.mark.database


def note(context: BrowserContext, site: str, ada: Person) -> Page:
    page = context.new_page()
    page.goto(f"{site}/people/{ada.id}/story/note/")
    return page


def test_what_is_typed_is_saved_within_three_seconds_and_is_there_on_another_device(
    browser: Browser, site: str, ada: Person, lead: Account
) -> None:
    page = note(device(browser, site, lead), site, ada)
    page.get_by_label("What happened").fill("She showed me the garden.")
    is_saved(page)
    page.context.close()
    again = note(device(browser, site, lead, 1280), site, ada)
    expect(again.get_by_label("What happened")).to_have_value("She showed me the garden.")
    again.get_by_label("In a few words").fill("The garden")
    again.get_by_role("button", name="Put it on the story").click()
    expect(again.get_by_text("It is on the story")).to_be_visible()
    assert Event.objects.using(make.OWNER).count() == 1


def test_two_browsers_on_one_draft_are_both_told_and_both_keep_their_words(
    browser: Browser, site: str, ada: Person, lead: Account
) -> None:
    one = note(device(browser, site, lead), site, ada)
    one.get_by_label("What happened").fill("Both begin here.")
    is_saved(one)
    other = note(device(browser, site, lead), site, ada)
    one.get_by_label("What happened").fill("The first goes on.")
    expect(one.locator("[data-kith-draft] [name=revision]")).to_have_value("2")
    other.get_by_label("What happened").fill("The second goes on.")
    expect(other.locator("[data-kith-draft-others]")).to_contain_text("writing on this too", timeout=5000)
    expect(one.locator("[data-kith-draft-others]")).to_contain_text("writing on this too", timeout=12000)
    for page, words in ((one, "The first goes on."), (other, "The second goes on.")):
        page.reload()
        expect(page.get_by_label("What happened")).to_have_value(words)


def test_a_killed_server_loses_nothing_and_the_page_says_so(
    browser: Browser, kith_database: None, tmp_path: Path, ada: Person, lead: Account
) -> None:
    with story_set_up(tmp_path):
        with served() as site:
            page = note(device(browser, site, lead), site, ada)
            page.get_by_label("What happened").fill("Before.")
            is_saved(page)
        page.get_by_label("What happened").fill("Before, and while it was down.")
        expect(page.locator("[data-kith-draft-state]")).to_contain_text("Not saved", timeout=5000)
        with served(int(site.rpartition(":")[2])):
            is_saved(page, 8000)
            page.reload()
            expect(page.get_by_label("What happened")).to_have_value("Before, and while it was down.")


def test_an_ended_sign_in_keeps_the_words_and_takes_them_when_signed_in_again(
    browser: Browser, site: str, ada: Person, lead: Account
) -> None:
    context = device(browser, site, lead)
    page = note(context, site, ada)
    context.clear_cookies(name="sessionid")
    page.get_by_label("What happened").fill("Typed while signed out.")
    expect(page.locator("[data-kith-draft-state]")).to_contain_text("you are signed out", timeout=5000)
    page.get_by_role("button", name="Put it on the story").click()
    expect(page.get_by_label("What happened")).to_have_value("Typed while signed out.")
    context.add_cookies(
        [{"name": "sessionid", "value": signed_in(lead).cookies["sessionid"].value, "url": site}]
    )
    is_saved(page, 8000)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_pages_fit_the_screen_and_have_no_axe_violation(
    browser: Browser, site: str, ada: Person, lead: Account, width: int
) -> None:
    page = device(browser, site, lead, width).new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    for form in ("", "visit/", "note/", "call/", "meeting/", "words/", "document/", "not-told/"):
        page.goto(f"{site}/people/{ada.id}/story/{form}")
        fits_and_is_clean(page)
    young = make.account("young_person")
    make.door(young, ada)
    page = device(browser, site, young, width).new_page()
    page.on("console", lambda message: complaints.append(message.text))
    for address in ("/my/words/", "/my/story/"):
        page.goto(f"{site}{address}")
        fits_and_is_clean(page)
    assert complaints == []
