"""How a page in a browser is looked at."""

from __future__ import annotations

import os

from playwright.sync_api import Page

from tests.design.browser import axe_finds


def fits_and_is_clean(page: Page) -> None:
    """No wider than its screen, and axe finds nothing; a page that is just coming is waited for."""
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    found = axe_finds(page)
    assert found == []


def looked_at(page: Page, name: str) -> None:
    """The page is in order; with KITH_PICTURES naming a folder, a picture of it is left there."""
    fits_and_is_clean(page)
    shots = os.environ.get("KITH_PICTURES")
    if shots:
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=f"{shots}/{name}-{width}.png", full_page=True)
