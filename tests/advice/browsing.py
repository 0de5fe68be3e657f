"""The store served to a real browser, and how a page of it is looked at."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.test.utils import override_settings
from playwright.sync_api import Browser, Page

from kith.advice.models import Adviser
from tests.advice.people import signed_in
from tests.design.browser import axe_finds
from tests.story.serving import served

PLAIN = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


@contextmanager
def site_of() -> Iterator[str]:
    """The address at which it answers."""
    with override_settings(STORAGES=PLAIN), served() as address:
        yield address


def at(browser: Browser, site: str, account: Adviser | None = None, width: int = 320, **how: Any) -> Page:
    """A new browser, signed in where there is an account."""
    context = browser.new_context(viewport={"width": width, "height": 700}, **how)
    if account is not None:
        context.add_cookies(
            [{"name": "desk", "value": signed_in(account).cookies["desk"].value, "url": site}]
        )
    return context.new_page()


def looked_at(page: Page, name: str) -> None:
    """One title for all, no wider than the screen, axe finds nothing; a picture where KITH_PICTURES names a folder."""
    page.wait_for_load_state("load")
    assert page.title() == "Information"
    shots = os.environ.get("KITH_PICTURES")
    if shots:
        width = page.viewport_size["width"] if page.viewport_size else 0
        page.screenshot(path=f"{shots}/advice-{name}-{width}.png", full_page=True)
    assert page.evaluate("document.documentElement.scrollWidth - window.innerWidth") <= 0
    assert axe_finds(page) == []


@pytest.fixture
def site(kith_database: None) -> Iterator[str]:
    with site_of() as address:
        yield address
