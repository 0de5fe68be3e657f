"""A grandmother at midnight, on a phone without scripts, finds what she is entitled to and when to call."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from pypdf import PdfReader

from kith.law.calendar import LONDON
from kith.offer.offers.calling import calling
from tests.offer.offers_world import promise, published
from tests.stories.serving import device, looked_at
from tests.stories.story_help_near_me_test import LIMIT, weighed
from tests.support import make

pytestmark = pytest.mark.database
MIDNIGHT = datetime(2026, 11, 28, 0, 5, tzinfo=LONDON)


@pytest.fixture(autouse=True)
def _midnight(monkeypatch: pytest.MonkeyPatch) -> None:
    """A Saturday, five past midnight: the line opens at ten."""
    monkeypatch.setattr("kith.offer.offers.public.calling", lambda told, _now: calling(told, MIDNIGHT))


def test_what_she_is_entitled_to(house: str, browser: Browser, tmp_path: Path) -> None:
    dee = make.account("front_door", display_name="Dee Duty")
    published(dee, "kinship", promise())
    published(dee, "care-leavers")
    context = browser.new_context(viewport={"width": 320, "height": 700}, java_script_enabled=False)
    page = context.new_page()
    assert weighed(page, f"{house}/offers/") < LIMIT
    expect(page).to_have_title("Information")
    page.get_by_role("button", name="See what you can have").click()
    page.get_by_label("I am the child’s special guardian").check()
    page.get_by_label("5 to 10").check()
    page.get_by_label("Yes").check()
    page.get_by_label("Money").check()
    page.get_by_role("button", name="Show me").click()
    assert page.url == f"{house}/offers/yours/"
    expect(page.locator("main")).to_contain_text("Closed now. Ring from 10am today.")
    expect(page.get_by_role("link", name="0808 157 0210")).to_have_attribute("href", "tel:08081570210")
    money = page.locator("section", has=page.get_by_role("heading", name="Money for special guardians"))
    expect(money).to_contain_text("You are the child’s special guardian.")
    expect(money).to_contain_text("Special Guardianship Regulations 2005, regulations 6 and 18")
    expect(page.locator("main")).to_contain_text("Starter money")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    with page.expect_download() as came:
        page.get_by_role("button", name="The letter, to print (PDF)").click()
    letter = tmp_path / "letter.pdf"
    came.value.save_as(letter)
    read = " ".join(each.extract_text() for each in PdfReader(letter).pages)
    assert "I am a child’s special guardian." in read
    page.get_by_role("button", name="Change my answers").click()
    expect(page.get_by_label("I am the child’s special guardian")).to_be_checked()
    context.close()


def test_every_page_of_the_offers_is_in_order(house: str, browser: Browser) -> None:
    dee = make.account("front_door", display_name="Dee Duty")
    published(dee, "kinship", promise())
    for width in (320, 1280):
        page = browser.new_context(viewport={"width": width, "height": 900}).new_page()
        for name in ("", "kinship/", "kinship/asked/", "kinship/versions/", "kinship/easy/", "yours/"):
            page.goto(f"{house}/offers/{name}")
            looked_at(page, f"offers-{name.replace('/', '-') or 'all'}{width}")
        page.get_by_label("A child of my family or of friends lives with me").check()
        page.get_by_role("button", name="Show me").click()
        looked_at(page, f"offers-found-{width}")
        page.goto(f"{house}/offers/yours/?language=ar")
        looked_at(page, f"offers-arabic-{width}")
        desk = device(browser, house, dee, width).new_page()
        for name in (
            "",
            "kinship/",
            "kinship/money/",
            "kinship/call/",
            "kinship/promises/new/",
            "kinship/asked/new/",
            "kinship/publish/",
        ):
            desk.goto(f"{house}/offers/keep/{name}")
            looked_at(desk, f"offer-desk-{name.replace('/', '-')}{width}")
