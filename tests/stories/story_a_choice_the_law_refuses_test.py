"""A boy of 15 needs a home tonight. A flat answers the telephone; the law refuses it, and says what is needed instead."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from kith.homes.models import Choice
from tests.homes import register
from tests.homes.finding import Finding, born
from tests.stories.serving import device, looked_at
from tests.support import make

pytestmark = pytest.mark.database


@pytest.mark.parametrize("width", [320, 1280])
def test_a_flat_in_no_register_is_refused_though_it_is_late(browser: Browser, house: str, width: int) -> None:
    finding = Finding(make.person("Kit", born=born(15, -60), sex="M"))
    flat = register.a_home("supported", name="Flat 9, Dock Road", places=2, lawful=False)
    register.a_home("residential", name="Harbour View", places=4)
    search = finding.looks(strengths="Plays bass, kind to his nan.", tonight=True)
    finding.among(search, "5_home")
    page = device(browser, house, finding.worker, width).new_page()
    page.goto(f"{house}/homes/")
    expect(page.get_by_text("Nobody may live here: not registered with Ofsted")).to_be_visible()
    looked_at(page, "homes-register")
    page.get_by_role("link", name="Flat 9, Dock Road").click()
    expect(page.get_by_text("No child may live here today")).to_be_visible()
    looked_at(page, "homes-one")
    base = f"{house}/people/{finding.child.id}/find-a-home/"
    page.goto(f"{base}homes/")
    page.get_by_text("Homes that the law refuses").click()
    expect(page.get_by_text("Not registered: 1")).to_be_visible()
    page.goto(f"{base}homes/{flat.id}/")
    page.get_by_label("Why this home?").fill("Nobody else answers the telephone.")
    page.get_by_role("button", name="Save").click()
    refused = page.get_by_role("alert")
    expect(refused.get_by_text("The law refuses this home.")).to_be_visible()
    expect(refused.get_by_text("Nobody under 16 may live in supported accommodation")).to_be_visible()
    expect(page.get_by_label("Why this home?")).to_have_value("Nobody else answers the telephone.")
    looked_at(page, "find-home-refused")
    assert not Choice.objects.using(make.OWNER).exists()
    page.goto(f"{base}homes/")
    page.get_by_role("link", name="on the shortlist").first.click()
    page.get_by_label("Why this home?").fill("Registered, awake at night, eight miles from Nan.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Harbour View").click()
    page.get_by_role("link", name="This is the home").click()
    page.get_by_label("Why this home?").fill("It is the one that may.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Agreed").first).to_be_visible()
