"""The sign-in ends while somebody writes. The words come through the sign-in page, with scripts and without."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from kith.access.models import Account
from kith.people.models import Person
from kith.story.models import Draft, Event
from tests.stories.devices import device, is_saved
from tests.support import make

pytestmark = pytest.mark.database


def signs_in(context: BrowserContext, page: Page, account: Account) -> None:
    """Follows the page's own link to sign in, in a new tab, and types the password."""
    with context.expect_page() as opened:
        page.get_by_role("link", name="opens in a new tab").click()
    tab = opened.value
    tab.get_by_label("Email or sign-in name").fill(account.login)
    tab.get_by_label("Password").fill(make.PASSWORD)
    tab.get_by_role("button", name="Sign in", exact=True).click()
    tab.wait_for_url(lambda address: "/sign-in" not in address)
    tab.close()


def test_with_scripts_the_page_waits_and_saves_after_signing_in_in_another_tab(
    browser: Browser, site: str, ada: Person, lead: Account
) -> None:
    context = device(browser, site, lead)
    page = context.new_page()
    page.goto(f"{site}/people/{ada.id}/story/note/")
    page.get_by_label("What happened").fill("She showed me the garden")
    is_saved(page)
    context.clear_cookies(name="sessionid")
    page.get_by_label("What happened").press_sequentially(" and the old shed.")
    expect(page.locator("[data-kith-draft-state]")).to_contain_text("you are signed out", timeout=5000)
    signs_in(context, page, lead)
    is_saved(page, 8000)
    page.reload()
    expect(page.get_by_label("What happened")).to_have_value("She showed me the garden and the old shed.")


def test_without_scripts_the_words_are_on_the_page_that_asks_to_sign_in_and_are_kept(
    browser: Browser, site: str, ada: Person, lead: Account
) -> None:
    context = device(browser, site, lead, scripts=False)
    page = context.new_page()
    page.goto(f"{site}/people/{ada.id}/story/note/")
    page.get_by_label("What happened").fill("She showed me the garden and the old shed.")
    page.get_by_label("In a few words").fill("The garden")
    context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Put it on the story").click()
    expect(page.get_by_role("heading", name="Your words are safe")).to_be_visible()
    expect(page.get_by_text("She showed me the garden and the old shed.")).to_be_visible()
    assert not Draft.objects.using(make.OWNER).exists(), "a visitor writes nothing"
    signs_in(context, page, lead)
    page.get_by_role("button", name="Keep my words").click()
    expect(page.get_by_text("Press the button once more")).to_be_visible()
    page.get_by_role("button", name="Keep my words").click()
    expect(page.get_by_label("What happened")).to_have_value("She showed me the garden and the old shed.")
    expect(page.get_by_label("In a few words")).to_have_value("The garden")
    page.get_by_role("button", name="Put it on the story").click()
    expect(page.get_by_text("It is on the story")).to_be_visible()
    assert Event.objects.using(make.OWNER).count() == 1


def test_a_childs_words_come_through_too(browser: Browser, site: str, ada: Person) -> None:
    young = make.account("young_person")
    make.door(young, ada)
    context = device(browser, site, young, scripts=False)
    page = context.new_page()
    page.goto(f"{site}/my/words/")
    page.get_by_label("Write").fill("i want to see nan")
    context.clear_cookies(name="sessionid")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("button", name="Exit this page")).to_be_visible()
    signs_in(context, page, young)
    page.get_by_role("button", name="Keep my words").click()
    page.get_by_role("button", name="Keep my words").click()
    expect(page.get_by_label("Write")).to_have_value("i want to see nan")


def test_words_sent_by_another_site_are_not_shown_back(site: str, ada: Person, lead: Account) -> None:
    from django.test import Client

    forged = {"draft": str(ada.id), "form": "note", "text": "Words of somebody else's site"}
    answer = Client(enforce_csrf_checks=True).post(
        f"/people/{ada.id}/story/note/", forged, headers={"Origin": "https://elsewhere.example"}
    )
    assert answer.status_code == 403
    assert "Words of somebody" not in answer.content.decode()
