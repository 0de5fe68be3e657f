"""People who sign in to the whole of Kith in a real browser, and how a page is looked at."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext

from kith.access.models import Account
from tests.support.looking import fits_and_is_clean, looked_at
from tests.support.visit import signed_in


def device(browser: Browser, site: str, account: Account, width: int = 1280) -> BrowserContext:
    """A browser in which the account is signed in."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    cookie = signed_in(account).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
    return context


__all__ = ["device", "fits_and_is_clean", "looked_at"]
