"""A mother reads on a phone; somebody comes in; one press, or the Shift key three times, and it is the weather."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from kith.design.navigation import QUIET_PLACE
from tests.advice.browsing import at, site
from tests.advice.people import adviser, always_open, asked

__all__ = ["site"]
pytestmark = pytest.mark.database
PAGES = ("/", "/write/", "/call/", "/private/", "/how-we-do/", "/desk/sign-in", "/nothing-here/")


def weather(route: Route) -> None:
    route.fulfill(body="<title>Weather</title>It will rain.", content_type="text/html")


def opened(browser: Browser, site: str, address: str, *, scripts: bool = True) -> Page:
    page = at(browser, site, java_script_enabled=scripts)
    page.route(f"{QUIET_PLACE}**", weather)
    page.goto(f"{site}/private/")
    page.goto(site + address)
    return page


@pytest.mark.parametrize("address", PAGES)
def test_the_button_leads_away_from_every_page_with_scripts_and_without(
    browser: Browser, site: str, address: str
) -> None:
    always_open()
    for scripts in (True, False):
        page = opened(browser, site, address, scripts=scripts)
        assert page.title() == "Information"
        page.get_by_role("button", name="Exit this page").click()
        page.wait_for_url(f"{QUIET_PLACE}**")
        page.context.close()


def test_shift_three_times_leads_away_and_back_does_not_come_to_the_page(browser: Browser, site: str) -> None:
    page = opened(browser, site, "/write/")
    page.get_by_label("What do you want to know?").fill("They want to take my baby")
    for _ in range(2):
        page.keyboard.press("Shift")
    page.keyboard.press("a")
    for _ in range(2):
        page.keyboard.press("Shift")
    assert page.url == f"{site}/write/"
    page.keyboard.press("Shift")
    page.wait_for_url(f"{QUIET_PLACE}**")
    page.go_back()
    page.wait_for_load_state()
    assert page.url == f"{site}/private/"
    assert "baby" not in page.content()


def test_the_desk_leaves_as_fast(browser: Browser, site: str) -> None:
    noor, contact = adviser(), asked(words={"question": "Zinnobrecht"})
    page = at(browser, site, noor)
    page.route(f"{QUIET_PLACE}**", weather)
    page.goto(f"{site}/desk/asked/{contact}/")
    expect(page.locator("main")).to_contain_text("Zinnobrecht")
    page.get_by_role("button", name="Exit this page").click()
    page.wait_for_url(f"{QUIET_PLACE}**")
