"""The whole of Kith, served to a real browser; and people who sign in to it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.test.utils import override_settings
from playwright.sync_api import Browser, BrowserContext, Page

from kith.access.models import Account
from tests.design.browser import AXE
from tests.story.serving import served
from tests.story.set_up import story_set_up
from tests.support.visit import signed_in


@contextmanager
def kith_served(folder: Path) -> Iterator[str]:
    """Kith at all its addresses; gives where it answers."""
    with story_set_up(folder), override_settings(ROOT_URLCONF="kith.config.urls"), served() as address:
        yield address


def device(browser: Browser, site: str, account: Account, width: int = 1280) -> BrowserContext:
    """A browser in which the account is signed in."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    cookie = signed_in(account).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
    return context


def fits_and_is_clean(page: Page) -> None:
    """No wider than its screen, and axe finds nothing."""
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found["violations"]] == []
