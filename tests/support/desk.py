"""A browser with somebody at it. Every page that they come to is looked at: it fits, and axe finds nothing."""

from __future__ import annotations

import hashlib
import os
from typing import TYPE_CHECKING

from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, expect

from tests.design.browser import axe_finds

if TYPE_CHECKING:
    from kith.access.models import Account

PHONE = 320


class Desk:
    """What somebody does at a browser, in their words. `scripts` off is a browser without JavaScript."""

    def __init__(
        self,
        browser: Browser,
        site: str,
        *,
        account: Account | None = None,
        width: int = PHONE,
        scripts: bool = True,
        touch: bool = False,
    ) -> None:
        self.site, self.scripts = site, scripts
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 800}, java_script_enabled=scripts, has_touch=touch
        )
        if account is not None:
            # Late: fixtures are read before the settings are there.
            from tests.story.seen import signed_in

            cookie = signed_in(account).cookies["sessionid"].value
            self.context.add_cookies([{"name": "sessionid", "value": cookie, "url": site}])
        self.context.set_default_timeout(10_000)
        self.page: Page = self.context.new_page()
        self.complaints: list[str] = []
        self.page.on(
            "console", lambda message: self._note(f"{message.text} {message.location.get('url', '')}")
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self._looked: set[str] = set()

    def _note(self, said: str) -> None:
        # Chromium tells that it cleared what it kept, as signing out asks it to: that is no complaint.
        if not said.startswith("Clear-Site-Data header on"):
            self.complaints.append(said)

    def sign_in(self, login: str, password: str = "family-first") -> None:  # noqa: S107 - the demo's own
        self.go("/sign-in")
        self.write("Email or sign-in name", login)
        self.write("Password", password)
        self.press("Sign in")

    def go(self, address: str) -> int:
        """Go to an address of the house; the status it answered with."""
        answer = self.page.goto(f"{self.site}{address}")
        self.look()
        return answer.status if answer else 0

    def follow(self, name: str, *, within: str = "main") -> None:
        self.page.locator(within).locator("a", has_text=name).first.click()
        self.look()

    def press(self, name: str) -> None:
        self.page.get_by_role("button", name=name).first.click()
        self.look()

    def write(self, label: str, words: str) -> None:
        self.page.get_by_label(label).first.fill(words)

    def choose(self, label: str) -> None:
        self.page.get_by_label(label).first.check()

    def date(self, legend: str, day: str, month: str, year: str) -> None:
        box = self.page.get_by_role("group", name=legend)
        for name, value in (("Day", day), ("Month", month), ("Year", year)):
            box.get_by_label(name).fill(value)

    def sees(self, words: str) -> None:
        expect(self.page.locator("body")).to_contain_text(words)

    def does_not_see(self, words: str) -> None:
        expect(self.page.locator("body")).not_to_contain_text(words)

    def at(self, address: str) -> None:
        assert self.page.url.removeprefix(self.site) == address, self.page.url

    @property
    def address(self) -> str:
        return self.page.url.removeprefix(self.site)

    def part(self, selector: str) -> Locator:
        return self.page.locator(selector)

    def look(self) -> None:
        """This page fits the screen and axe finds nothing in it (once for each page as it stands)."""
        while True:
            self.page.wait_for_load_state("load")
            try:
                if self._look():
                    return
            except Error as error:
                said = str(error)
                # a page that is just giving way to the next (whose document is empty still) is looked at there
                if "navigat" not in said and "properties of null" not in said:
                    raise

    def _look(self) -> bool:
        """Whether it was looked at: a page that is still coming is not measured.

        Measured before its sheets are all there, it would be laid out by some of them, and want what the others forbid.
        """
        if self.page.evaluate("document.readyState") != "complete":
            return False
        html = self.page.content()
        mark = hashlib.sha256(html.encode()).hexdigest()
        if mark in self._looked or "<main" not in html:
            return True
        where = self.address.partition("?")[0]
        sizes = "[document.documentElement.scrollWidth, document.documentElement.clientWidth]"
        measured = self.page.evaluate(f"document.readyState === 'complete' ? {sizes} : null")
        if measured is None:
            return False
        needs, has = measured
        assert needs <= has, f"{where} is {needs - has} pixels wider than the screen"
        if self.scripts:
            faults = axe_finds(self.page)
            assert not faults, f"{where}: {faults}"
        self._looked.add(mark)
        return True

    def picture(self, name: str) -> None:
        """With KITH_PICTURES naming a folder, a picture of the page is left there."""
        if shots := os.environ.get("KITH_PICTURES"):
            size = self.page.viewport_size
            self.page.screenshot(path=f"{shots}/{name}-{size['width'] if size else 0}.png", full_page=True)

    def leave(self) -> None:
        """Close the browser; nothing may have gone wrong in its pages meanwhile."""
        self.context.close()
        assert not self.complaints, f"the browser complained: {self.complaints}"
