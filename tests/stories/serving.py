"""People who sign in to the whole of Kith in a real browser, and how a page is looked at."""

from __future__ import annotations

import os

from playwright.sync_api import Browser, BrowserContext, Page

from kith.access.models import Account
from tests.design.browser import axe_finds
from tests.support.visit import signed_in


def device(browser: Browser, site: str, account: Account, width: int = 1280) -> BrowserContext:
    """A browser in which the account is signed in."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    cookie = signed_in(account).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
    return context


def fits_and_is_clean(page: Page) -> None:
    """No wider than its screen, and axe finds nothing; a page that is just coming is waited for."""
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert axe_finds(page) == []


def looked_at(page: Page, name: str) -> None:
    """The page is in order; with KITH_PICTURES naming a folder, a picture of it is left there."""
    fits_and_is_clean(page)
    shots = os.environ.get("KITH_PICTURES")
    if shots:
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=f"{shots}/{name}-{width}.png", full_page=True)
