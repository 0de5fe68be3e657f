"""A grandmother asks for a call, unnamed, on a phone without scripts; an adviser rings in that time and answers."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.advice.models import Contact
from tests.advice.browsing import at, looked_at, site
from tests.advice.people import OWNER, adviser, always_open

__all__ = ["site"]
pytestmark = pytest.mark.database


def she_asks(page: Page, site: str) -> str:
    page.goto(f"{site}/")
    expect(page.locator("main")).to_contain_text("Open now")
    page.get_by_role("link", name="Ask us to ring you at a safe time").click()
    page.get_by_label("A number that is safe to ring").fill("01632 960733")
    page.get_by_label("When is a call safe?").select_option(index=1)
    page.get_by_role("button", name="Send").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Choose who you are")
    expect(page.get_by_label("A number that is safe to ring")).to_have_value("01632 960733")
    page.get_by_label("A relative or friend who cares for a child, or may").check()
    page.get_by_label("Caring for a relative’s or friend’s child").check()
    page.get_by_label("What do you want to know?").fill("Who pays for his shoes?")
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", name="We have it")).to_be_visible()
    expect(page.locator("main")).to_contain_text("We ring between")
    return str(re.search(r"[A-Z0-9]{4}-[A-Z0-9]{4}", page.locator("main").inner_text())[0])  # type: ignore[index]


def an_adviser_answers(page: Page, site: str, reference: str) -> None:
    page.goto(f"{site}/desk/")
    looked_at(page, "desk")
    page.get_by_role("link", name=reference).click()
    looked_at(page, "contact")
    expect(page.locator("main")).to_contain_text("Leave no message.")
    expect(page.locator("main")).to_contain_text("Who pays for his shoes?")
    page.get_by_role("button", name="Save").click()
    page.get_by_label("It is answered").check()
    page.get_by_label("Minutes that it took").fill("20")
    page.get_by_label("What came of it").select_option(label="has support that they did not have")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("Nobody waits")


@pytest.mark.parametrize("width", [320, 1280])
def test_a_grandmother_asks_for_a_call(browser: Browser, site: str, width: int) -> None:
    always_open()
    reference = she_asks(at(browser, site, width=width, java_script_enabled=False), site)
    an_adviser_answers(at(browser, site, adviser(), width), site, reference)
    kept = Contact.objects.using(OWNER).get(reference=reference)
    assert (kept.state, kept.outcome, kept.minutes) == ("answered", "support", 20)
