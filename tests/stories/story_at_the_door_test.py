"""A worker in a car park: the page is there without a signal, gone after signing out, and a child may hold the phone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.test.utils import override_settings
from playwright.sync_api import Browser, BrowserContext, Error, expect

from kith.access.models import Account
from kith.people.models import Person
from tests.stories.devices import device
from tests.stories.serving import fits_and_is_clean
from tests.story.serving import served
from tests.story.set_up import story_set_up
from tests.support import make

pytestmark = pytest.mark.database


@pytest.fixture
def house(kith_database: None, tmp_path: Path) -> Iterator[None]:
    """The whole house, not the story's room alone."""
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        yield


def opens(context: BrowserContext, address: str) -> str:
    """What a new tab shows at an address; empty where nothing answers."""
    page = context.new_page()
    try:
        page.goto(address)
        return page.locator("body").inner_text()
    except Error:
        return ""
    finally:
        page.close()


def test_ready_for_the_door_opens_without_a_signal_and_is_wiped_by_signing_out(
    browser: Browser, house: None, ada: Person, lead: Account
) -> None:
    with served() as site:
        context = device(browser, site, lead)
        page = context.new_page()
        page.goto(f"{site}/")
        page.get_by_role("link", name="Ready for the door").click()
        expect(page.get_by_role("heading", name="Ready for the door: Ada")).to_be_visible()
        fits_and_is_clean(page)
        ready, person = page.url, f"{site}/people/{ada.id}/"
        page.goto(person)
    # No signal.
    assert "Ready for the door: Ada" in opens(context, ready)
    assert opens(context, person) == "", "no other page is kept"
    with served(int(site.rpartition(":")[2])):
        page.goto(f"{site}/")
        page.get_by_role("button", name="Sign out").click()
        page.wait_for_url("**/sign-in*")
    assert opens(context, ready) == ""


def test_a_phone_that_was_signed_out_elsewhere_opens_nothing_either(
    browser: Browser, house: None, ada: Person, lead: Account
) -> None:
    with served() as site:
        context = device(browser, site, lead)
        ready = f"{site}/people/{ada.id}/ready/"
        assert "Ready for the door: Ada" in opens(context, ready)
        context.clear_cookies(name="sessionid")
        assert "Ready for the door" not in opens(context, ready)


def test_a_child_holds_the_phone_and_back_leads_nowhere_else(
    browser: Browser, house: None, ada: Person, lead: Account
) -> None:
    young = make.account("young_person", display_name="Ada Example")
    make.door(young, ada)
    with served() as site:
        page = device(browser, site, lead).new_page()
        for kept in ("story/", "ready/", ""):
            page.goto(f"{site}/people/{ada.id}/{kept}")
        page.get_by_role("button", name="Show this to the family").click()
        expect(page.get_by_role("heading", name="Hello Ada")).to_be_visible()
        fits_and_is_clean(page)
        for _ in range(3):  # the three pages before it
            page.go_back()
            expect(page.get_by_role("heading", name="Hello Ada")).to_be_visible()
        page.goto(f"{site}/people/{ada.id}/ready/")
        expect(page.get_by_role("heading", name="Hello Ada")).to_be_visible()
        page.get_by_role("link", name="Give it back").click()
        fits_and_is_clean(page)
        page.get_by_label("Password").fill(make.PASSWORD)
        page.get_by_role("button", name="Open the rest").click()
        expect(page.get_by_role("heading", name="Where they are now")).to_be_visible()
