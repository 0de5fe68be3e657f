"""A boy turns eleven in the middle of two weeks. His grandmother reads why the sum changed, asks, and is answered."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.design.dates import short_date, today
from tests.money.paying import Paying
from tests.stories.serving import device, looked_at
from tests.support import make

pytestmark = pytest.mark.database
FIRST = today() - timedelta(days=today().weekday() + 14)
TURNS = FIRST + timedelta(days=3)


def told() -> Paying:
    """Sam, who is eleven on a Thursday, and the two who lived with her already."""
    paying = Paying()
    leap = (TURNS.month, TURNS.day) == (2, 29)
    sam = make.person("Sam", "Thorn", born=TURNS.replace(year=TURNS.year - 11, day=28 if leap else TURNS.day))
    paying.lives(sam, paying.nan)
    make.door(paying.carer, sam, "carer")
    return paying


def prepares(page: Page, house: str) -> None:
    page.goto(f"{house}/money/")
    page.get_by_role("button", name="Work out the next run").click()
    for name, day in (("first", FIRST), ("last", FIRST + timedelta(days=13)), ("pay_on", today())):
        for part in ("day", "month", "year"):
            page.locator(f"[name={name}_{part}]").fill(str(getattr(day, part)))
    page.get_by_role("button", name="Show these nights").click()
    expect(page.get_by_text("£1,242.65 to 1 carer")).to_be_visible()
    looked_at(page, "money-run-new")
    page.get_by_role("button", name="Hand it over").click()
    expect(page.get_by_text("waits for the second person")).to_be_visible()


def agrees(page: Page, house: str) -> None:
    page.goto(f"{house}/money/")
    page.get_by_role("link", name="answer it").click()
    page.get_by_label("Yes, pay it").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Approved", exact=True)).to_be_visible()
    looked_at(page, "money-run")


def reads_and_asks(page: Page, house: str) -> None:
    page.goto(f"{house}/my/")
    page.get_by_role("link", name="My money").click()
    looked_at(page, "my-money")
    days = f"{short_date(FIRST)} to {short_date(TURNS - timedelta(days=1))}"
    expect(page.get_by_text(f"3 nights, {days}.").first).to_be_visible()
    expect(page.get_by_text("£200.05 a week at age 10.").first).to_be_visible()
    expect(page.get_by_text("£227.00 a week at age 11.").first).to_be_visible()
    page.get_by_role("link", name="Ask about your money").click()
    page.get_by_label("What do you want to know?").fill("Is the new rate from the birthday on?")
    looked_at(page, "my-money-ask")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("We have your question.")).to_be_visible()


def answers(page: Page, house: str) -> None:
    page.goto(f"{house}/money/")
    expect(page.get_by_text("Is the new rate from the birthday on?")).to_be_visible()
    looked_at(page, "money-board")
    page.get_by_role("link", name="Answer").click()
    page.get_by_label("What do you write to them?").fill("Yes: from the night of the day Sam turned eleven.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_role("heading", name="Money", exact=True)).to_be_visible()


def test_the_sum_changes_on_the_birthday_and_she_reads_why(browser: Browser, house: str) -> None:
    paying = told()
    officer = device(browser, house, paying.officer, 1280).new_page()
    director = device(browser, house, paying.director, 320).new_page()
    carer = device(browser, house, paying.carer, 320).new_page()
    prepares(officer, house)
    agrees(director, house)
    reads_and_asks(carer, house)
    answers(officer, house)
    carer.goto(f"{house}/my/money/")
    expect(carer.get_by_text("Yes: from the night of the day Sam turned eleven.")).to_be_visible()
    carer.get_by_role("link", name="Tell us another account").click()
    looked_at(carer, "my-money-account")
