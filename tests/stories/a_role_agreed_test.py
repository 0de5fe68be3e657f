"""An administrator gives a new worker a role; it opens nothing until the director agrees from Today."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, expect

from tests.stories.serving import device, looked_at
from tests.support import make

pytestmark = pytest.mark.database


@pytest.mark.parametrize("width", [1280, 320])
def test_a_new_worker_starts_when_a_second_person_has_agreed(
    browser: Browser, house: str, width: int
) -> None:
    admin = make.account("admin", display_name="Ada Minnow")
    director = make.account("director", display_name="Dee Rector")
    page = device(browser, house, admin, width).new_page()
    page.goto(f"{house}/accounts/new")
    page.get_by_label("Name", exact=True).fill("Ida Moss")
    page.get_by_label("Email or sign-in name").fill("ida.moss@council.example")
    page.get_by_label("Role").select_option("lead")
    page.get_by_label("Employed").check()
    page.get_by_role("button", name="Make").click()
    expect(page.get_by_text("A second person must agree to this role first")).to_be_visible()
    expect(page.get_by_role("button", name="Make a sign-in link")).to_have_count(0)
    looked_at(page, "role-account-waits")
    page.get_by_role("link", name="What waits for a second person").click()
    expect(page.get_by_text("Somebody else must agree to this one.")).to_be_visible()
    looked_at(page, "role-waiting-own")

    other = device(browser, house, director, width).new_page()
    other.goto(house)
    other.get_by_role("link", name="What waits for a second person").click()
    expect(other.get_by_text("Ada Minnow")).to_be_visible()
    looked_at(other, "role-waiting")
    other.get_by_role("button", name=re.compile("Agree.*Ida Moss")).click()
    expect(other.get_by_role("heading", name="A sign-in link for Ida Moss")).to_be_visible()
    looked_at(other, "role-agreed")
    other.get_by_role("link", name="What waits for a second person").click()
    expect(other.get_by_text("Nothing waits.")).to_be_visible()

    page.goto(f"{house}/accounts/?q=ida")
    page.get_by_role("link", name="Ida Moss").click()
    expect(page.get_by_role("button", name="Ask a second person for a sign-in link")).to_be_visible()
