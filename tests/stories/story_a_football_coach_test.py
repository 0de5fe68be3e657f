"""A boy in care asks for his old football coach, who says yes first; they meet, and choose each other for life."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.care.looked_after import came, child_and_worker, days_ago
from tests.care.test_asking_and_reviews import young_person
from tests.stories.serving import device, looked_at

pytestmark = pytest.mark.database


def save(page: Page) -> None:
    page.get_by_role("button", name="Save").click()


def test_he_asks_for_his_coach_who_says_yes_first(browser: Browser, house: str) -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(200))
    his: Page = device(browser, house, young_person(child), 320).new_page()
    desk: Page = device(browser, house, worker, 1280).new_page()
    desk.goto(f"{house}/people/{child.id}/lifelong-links/")
    desk.get_by_role("link", name="It was offered").or_(
        desk.get_by_role("button", name="It was offered")
    ).click()
    desk.get_by_label("How did you explain it?").fill("With the cards, at his table.")
    save(desk)

    his.goto(f"{house}/my/")
    his.get_by_role("link", name="People who matter to me").click()
    looked_at(his, "my-people-offered")
    his.get_by_text("Do you want us to look?").click()
    his.get_by_label("Yes", exact=True).check()
    his.get_by_role("button", name="Send").click()
    his.get_by_role("link", name="Ask for somebody").click()
    looked_at(his, "my-people-ask")
    his.get_by_label("Who is it, as you call them?").fill("Coach Mo")
    his.get_by_label("Who were they to you?").fill("my football coach")
    his.get_by_role("button", name="Ask", exact=True).click()
    for name, close in (("Nan", "Very close to me"), ("Marcus", "I know them")):
        his.get_by_role("link", name="Put somebody in my drawing").click()
        his.get_by_label("Who is it, as you call them?").fill(name)
        his.get_by_label(close, exact=True).check()
        save(his)

    found_and_asked(his, desk)

    his.get_by_role("link", name="Choose somebody for life").click()
    his.get_by_label("Whom do you choose?").fill("Coach Mo")
    his.get_by_label("What does it mean to you?").fill("He is the one who comes.")
    his.get_by_role("button", name="Send").click()
    expect(his.get_by_text("You chose. Your worker asks them.")).to_be_visible()
    desk.reload()
    desk.get_by_role("link", name="They choose it as well").click()
    desk.get_by_label("What do they say?").fill("I am in. For life, lad.")
    desk.get_by_label("How did they say so, and to whom?").fill("At the pitch, to me.")
    save(desk)
    looked_at(desk, "lifelong-links")
    his.reload()
    expect(his.get_by_text("You both chose each other.")).to_be_visible()
    looked_at(his, "my-people")
    his.get_by_role("link", name="Stop looking").click()
    his.get_by_role("button", name="Stop").click()
    expect(his.get_by_role("link", name="Stop looking")).to_have_count(0)


def found_and_asked(his: Page, desk: Page) -> None:
    """Found and asked, and nothing of it on his page until the yes."""

    def goes(link: str, **fields: Any) -> None:
        desk.get_by_role("link", name=link).first.click()
        for label, value in fields.items():
            if value is True:
                desk.get_by_role("radio", name=label, exact=True).check()
            else:
                desk.get_by_label(label).fill(value)
        save(desk)

    desk.reload()
    goes("Look for them", **{"No, they are not in the record": True})
    goes("They are found", **{"What did you find, and where?": "Trains the under-tens at the Leas."})
    his.reload()
    expect(his.get_by_text("We are looking into it")).to_be_visible()
    expect(his.get_by_text("the Leas")).to_have_count(0)
    shares = {"If yes: what may the child know": "I am Mo. I kept your shirt, number 7."}
    goes("What they say", Yes=True, **{"How did they say so, and to whom?": "He rang me."}, **shares)
    his.reload()
    expect(his.get_by_text("I kept your shirt, number 7.")).to_be_visible()
    expect(his.get_by_text("the Leas")).to_have_count(0)
    goes("They have met again")
    his.reload()
    expect(his.get_by_text("You have met again")).to_be_visible()
    his.get_by_role("button", name="Draw it again, as it is now").click()
    his.get_by_role("link", name="Put somebody in my drawing").click()
    his.get_by_label("Who is it, as you call them?").fill("Coach Mo")
    his.get_by_label("Very close to me", exact=True).check()
    save(his)
