"""The pages of rows that wait, in a browser: readable on the smallest phone, and by everybody."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from uuid import UUID

import pytest
from playwright.sync_api import Browser

from kith.design.assets import OWN_STATIC, served_files
from tests.design.browser import Opened, chromium
from tests.returns.settling.deciding import decide, officer, social_worker, undo, waiting
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
WIDTHS = (320, 1280)
FILES = served_files()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # the browser's driver runs an event loop in this thread
    with chromium() as opened:
        yield opened
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def static_file(path: str) -> Path | None:
    path = re.sub(r"\.[0-9a-f]{12}\.", ".", path)  # the server's names carry a digest
    own = OWN_STATIC / path
    return FILES.get(path) or (own if own.is_file() else None)


def pages(child: UUID) -> dict[str, str]:
    row, who = waiting(), officer()
    client, worker = signed_in(who), signed_in(social_worker(child))
    here = f"/returns/waiting/{row.id}/"
    made = {
        "list": client.get("/returns/waiting/").content.decode(),
        "row": client.get(here).content.decode(),
        "row-nothing-chosen": client.post(here, {}).content.decode(),
        "person": worker.get(f"/people/{child}/").content.decode(),
        "person-list": worker.get(f"/people/{child}/settle/").content.decode(),
    }
    decide(who, "both")
    made["row-could-not"] = client.get(here).content.decode()
    done = decide(who, "file")
    made |= {
        "row-done": client.get(here).content.decode(),
        "list-done": client.get("/returns/waiting/?done=settled").content.decode(),
    }
    undo(who, done.id)
    return made


def test_every_page_fits_the_screen_and_axe_finds_nothing(browser: Browser, two_chains: UUID) -> None:
    shots = os.environ.get("KITH_PICTURES")
    for name, html in pages(two_chains).items():
        for width in WIDTHS:
            opened = Opened(browser, html, static_file, width)
            if shots:
                opened.page.screenshot(path=f"{shots}/settling-{name}-{width}.png", full_page=True)
            assert (name, width, opened.overflow()) == (name, width, 0)
            assert (name, width, opened.violations()) == (name, width, [])
            assert opened.complaints == []
