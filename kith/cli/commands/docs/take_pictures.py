"""Pictures of five pages of a running demo, each at two widths, taken by a browser that signs in."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from kith.cli.errors import CannotError
from kith.demo.accounts import DEMO_PASSWORD
from kith.demo.sign_in_host import SIGN_IN_HOST

WIDTHS = (320, 1280)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_PERSON = re.compile(r"/people/[0-9a-f-]{36}/")


def take(address: str, folder: Path) -> list[Path]:
    """Take every picture; returns their paths. `address` is without a slash at its end.

    Raises CannotError when there is no browser, nothing answers, or the demo's people are not there.
    """
    folder.mkdir(parents=True, exist_ok=True)
    taken: list[Path] = []
    with _browser() as browser:
        for width in WIDTHS:
            staff = _signed_in(browser, address, "lead", width)
            person = _somebody(staff)
            find = quote(_surname(staff, address + person))
            taken += [
                _shot(staff, address + path, folder / f"{name}-{width}.png")
                for name, path in staff_pages(person, find).items()
            ]
            family = _signed_in(browser, address, "parent", width)
            taken.append(_shot(family, f"{address}/my/", folder / f"family-door-{width}.png"))
    return taken


def staff_pages(person: str, find: str) -> dict[str, str]:
    """The addresses of the staff pages by the names of their pictures; `person` is a person's address."""
    return {
        "today": "/",
        "find": f"/people/?q={find}",
        "person": person,
        "who-has-looked": f"{person}access/",
    }


@contextmanager
def _browser() -> Iterator[Any]:
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        raise CannotError(
            "Pictures need the developers' libraries: run make check once, then try again."
        ) from None
    path = os.environ.get("KITH_CHROMIUM") or "/usr/bin/chromium"
    if shutil.which(path) is None:
        raise CannotError(
            f"There is no browser at {path}: install the package chromium, or set KITH_CHROMIUM."
        )
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
            yield browser
            browser.close()
    except Error as error:
        raise CannotError(f"The browser could not do it: {error.message.splitlines()[0]}") from error


def _signed_in(browser: Any, address: str, name: str, width: int) -> Any:
    """A page in a browser window of its own, signed in as one of the demo's accounts."""
    page = browser.new_context(viewport={"width": width, "height": 900}, locale="en-GB").new_page()
    page.goto(f"{address}/sign-in")
    page.fill("[name=login]", f"{name}@{SIGN_IN_HOST}")
    page.fill("[name=password]", DEMO_PASSWORD)
    page.press("[name=password]", "Enter")
    page.wait_for_load_state()
    if "/sign-in" in page.url:
        raise CannotError(f"{name}@{SIGN_IN_HOST} cannot sign in at {address}: is it the demo (make run)?")
    return page


def _somebody(page: Any) -> str:
    """The address of the first person on Today."""
    for link in page.locator("main a[href^='/people/']").all():
        found = _PERSON.match(link.get_attribute("href") or "")
        if found:
            return found.group()
    raise CannotError("Nobody is on Today: pictures need the demo's people (kith demo).")


def _surname(page: Any, address: str) -> str:
    page.goto(address)
    words = page.locator("h1").inner_text().split()
    return str(words[-1]) if words else ""


def _shot(page: Any, address: str, path: Path) -> Path:
    answer = page.goto(address)
    if answer is None or not answer.ok:
        raise CannotError(
            f"{address} answers {answer.status if answer else 'nothing'}: no picture was taken of it."
        )
    page.screenshot(path=str(path), full_page=True)
    return path
