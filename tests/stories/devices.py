"""Phones and desks in a story: each a browser of its own, in which somebody is signed in."""

from __future__ import annotations

from playwright.sync_api import Browser, BrowserContext, Page, expect

from kith.access.models import Account
from tests.story.seen import signed_in


def device(
    browser: Browser, site: str, account: Account, width: int = 320, *, scripts: bool = True
) -> BrowserContext:
    """Another browser in which the account is signed in."""
    context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=scripts)
    sign_in_again(context, site, account)
    return context


def sign_in_again(context: BrowserContext, site: str, account: Account) -> None:
    """The account is signed in, without its password being typed."""
    cookie = signed_in(account).cookies["sessionid"].value
    context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])


def is_saved(page: Page, within: float = 3000) -> None:
    """The page says that what is typed is kept."""
    expect(page.locator("[data-kith-draft-state]")).to_contain_text("Saved ", timeout=within)
