"""The pages of rows that wait, in a browser: readable on the smallest phone, and by everybody."""

from __future__ import annotations

from uuid import UUID

import pytest
from playwright.sync_api import Browser

from tests.design.browser import assert_fits_and_is_clean
from tests.returns.settling.deciding import decide, officer, social_worker, undo, waiting
from tests.support.visit import signed_in

pytestmark = pytest.mark.database


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
    for name, html in pages(two_chains).items():
        assert_fits_and_is_clean(browser, f"settling-{name}", html)
