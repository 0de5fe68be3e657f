"""Opening rendered pages in a browser, with the strict content policy, and no Kith behind them."""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlparse
from weakref import WeakKeyDictionary

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, Request, sync_playwright

from kith.design.assets import NODE_MODULES, OWN_STATIC, served_files
from tests.design.shown import SHOWN

FILES = served_files()
AXE = NODE_MODULES / "axe-core" / "axe.min.js"
# `make test` finds one and names it.
CHROMIUM = os.environ.get("KITH_CHROMIUM") or "/usr/bin/chromium"
# What Playwright turns off by itself; a list of ours takes the place of its own.
PLAYWRIGHT_OFF = [
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "TcpPortRandomizationWin",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
]
# The list under the address bar and a process kept ready: for every new context as dear as the page itself.
COSTLY = [
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    "WebUIOmniboxFullPopup",
    "SpareRendererForSitePerProcess",
    "MultipleSpareRPHs",
]
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    f"--disable-features={','.join([*PLAYWRIGHT_OFF, *COSTLY])}",
]


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright, SHOWN.listening() as port:
        args = [*FLAGS, f"--host-resolver-rules=MAP kith.test 127.0.0.1:{port}"]
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=args)
        _bring_axe(browser)
        yield browser
        browser.close()


def _bring_axe(browser: Browser) -> None:
    """Every page has axe at hand, unread until it is asked for: to send it to each page takes as long as all it does."""
    plain, axe = browser.new_context, AXE.read_text(encoding="utf-8")

    def bringing(**how: Any) -> BrowserContext:
        context = plain(**how)
        context.add_init_script(f"window.axeWhenAsked = () => {{ {axe} }}")
        return context

    browser.new_context = bringing


def at_rest() -> None:
    """Have nobody take this thread for the browser's: between files, its loop runs nothing and others may run theirs."""
    asyncio._set_running_loop(None)


@contextmanager
def at_work(browser: Browser) -> Iterator[None]:
    """A block in which this thread is the browser's, as Playwright has it while it waits."""
    assert browser.is_connected(), "the browser of these tests has gone"
    asyncio._set_running_loop(browser._loop)
    try:
        yield
    finally:
        at_rest()


# For all pages of a test: the fixture `browser` closes it. What was left is shown in again, for a new one costs more.
_contexts: WeakKeyDictionary[Browser, BrowserContext] = WeakKeyDictionary()
_left: WeakKeyDictionary[BrowserContext, list[Page]] = WeakKeyDictionary()


def _page(browser: Browser) -> Page:
    if _contexts.get(browser) not in browser.contexts:
        _contexts[browser] = browser.new_context()
    context = _contexts[browser]
    left = _left.setdefault(context, [])
    return left.pop() if left else context.new_page()


class Opened:
    """One page at one width, with what it asked for and what it complained of."""

    def __init__(self, browser: Browser, html: str, find: Callable[[str], Path | None], width: int) -> None:
        # axe is put in past the policy by its own script call; everything of ours obeys it.
        self.page: Page = _page(browser)
        self.page.set_viewport_size({"width": width, "height": 900})
        self.asked: list[str] = []
        self.complaints: list[str] = []
        self.page.on("request", self._note)
        self.page.on("console", self._hear)
        self.page.on("pageerror", self._see)
        SHOWN.html, SHOWN.find = html, find
        self.page.goto("http://kith.test/")
        self.page.wait_for_function("document.readyState === 'complete'")

    def _note(self, request: Request) -> None:
        self.asked.append(urlparse(request.url).path)

    def _hear(self, message: ConsoleMessage) -> None:
        self.complaints.append(message.text)

    def _see(self, error: Error) -> None:
        self.complaints.append(str(error))

    def leave(self) -> None:
        """Leave it; the next is shown in its place."""
        self.page.remove_listener("request", self._note)
        self.page.remove_listener("console", self._hear)
        self.page.remove_listener("pageerror", self._see)
        _left[self.page.context].append(self.page)

    def overflow(self) -> int:
        """How many pixels the page is wider than the screen."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth"))

    def violations(self) -> list[str]:
        """What axe finds, as rule and first place."""
        return axe_finds(self.page)


WIDTHS = (320, 1280)


def assert_fits_and_is_clean(browser: Browser, name: str, html: str) -> None:
    """A page at both widths: no wider than the screen, nothing that axe or the console finds; pictures where asked."""
    opened, shots = Opened(browser, html, served_file, WIDTHS[0]), os.environ.get("KITH_PICTURES")
    for width in WIDTHS:
        opened.page.set_viewport_size({"width": width, "height": 900})
        if shots:
            opened.page.screenshot(path=f"{shots}/{name}-{width}.png", full_page=True)
        assert (name, width, opened.overflow()) == (name, width, 0)
        assert (name, width, opened.violations()) == (name, width, [])
    assert (name, opened.complaints) == (name, [])
    opened.leave()


def axe_finds(page: Page) -> list[str]:
    """What axe finds in the page as it stands, as rule and first place."""
    if not page.evaluate("'axe' in window || (window.axeWhenAsked?.(), 'axe' in window)"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    # Told in the browser: what axe passed is many times what it found, and is not asked for.
    found: list[str] = page.evaluate(
        """axe.run(document, {resultTypes: ['violations']}).then(({violations}) =>
            violations.map(({id, nodes}) => `${id}: ${nodes[0].html.slice(0, 160)}`))"""
    )
    return found


def served_file(path: str) -> Path | None:
    """The file behind an address under /static/, whose name carries a digest there."""
    path = re.sub(r"\.[0-9a-f]{12}\.", ".", path)
    rooms = OWN_STATIC.parents[1].glob(f"*/static/{path}")
    return FILES.get(path) or next(rooms, None)
