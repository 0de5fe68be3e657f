"""A boy of fourteen in care asks to sleep at a friend's, sees by when he is answered, and is answered with the reason."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from kith.care.actions import living
from kith.story.actions import release
from tests.care.looked_after import came, child_and_worker, days_ago, doing
from tests.care.test_asking_and_reviews import young_person
from tests.care.test_visits_shown import visit
from tests.stories.serving import device, looked_at

pytestmark = pytest.mark.database


def test_he_asks_and_is_answered(browser: Browser, house: str) -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(200))
    doing(worker, living.about_me, person=child.id, topic="good", said="Football on Saturdays.")
    his = device(browser, house, young_person(child), 320).new_page()
    his.goto(f"{house}/my/")
    his.get_by_role("link", name="Ask for something").click()
    looked_at(his, "my-asks-empty")
    his.get_by_role("button", name="Ask for something").click()
    his.get_by_label("Sleep at a friend’s").check()
    his.get_by_label("Say more, if you like").fill("At Mia’s on Saturday. Her dad is home.")
    looked_at(his, "my-ask")
    his.get_by_role("button", name="Ask", exact=True).click()
    expect(his.get_by_text("You get an answer by")).to_be_visible()
    desk = device(browser, house, worker, 1280).new_page()
    desk.goto(house)
    desk.get_by_role("link", name="Robin Example asks: Sleep at a friend’s").click()
    expect(desk.get_by_text("At Mia’s on Saturday.")).to_be_visible()
    desk.get_by_label("Yes", exact=True).check()
    desk.get_by_role("button", name="Save").click()
    expect(desk.locator(".govuk-error-summary")).to_be_visible()
    desk.get_by_label("Why?").fill("Have a good time. Ring Denise when you get there.")
    desk.get_by_label("Who decided?").fill("Denise, your carer")
    desk.get_by_role("button", name="Save").click()
    looked_at(desk, "in-care")
    his.reload()
    expect(his.get_by_text("Have a good time.")).to_be_visible()
    looked_at(his, "my-asks")
    his.get_by_role("link", name="Is it unfair? Say so").click()
    looked_at(his, "my-unfair")
    seen = visit(worker, child, "You and Mia’s dad talk first. I ring on Sunday.", 2)
    doing(worker, release, event=seen, reader=child.id, prepared=True, how_prepared="We read it together.")
    his.goto(f"{house}/my/")
    looked_at(his, "my-first-page")
    his.get_by_role("link", name="Being looked after").click()
    expect(his.get_by_role("heading", name="When your worker came")).to_be_visible()
    expect(his.get_by_text("You and Mia’s dad talk first.")).to_be_visible()
    looked_at(his, "my-in-care")
    for page in ("review", "about", "memories", "people", "time", "matters", "by-when"):
        his.goto(f"{house}/my/{page}/")
        looked_at(his, f"my-{page}")


def test_a_night_in_an_office_is_written_down_all_the_same(browser: Browser, house: str) -> None:
    child, worker = child_and_worker()
    came(worker, child, days_ago(3))
    phone = device(browser, house, worker, 320).new_page()
    phone.goto(f"{house}/people/{child.id}/in-care/")
    looked_at(phone, "in-care-phone")
    phone.get_by_role("link", name="They slept where no child should").click()
    phone.get_by_label("What place was it, and where?").fill("The duty office")
    phone.get_by_label("it is no home at all").check()
    looked_at(phone, "slept")
    phone.get_by_role("button", name="Save").click()
    expect(phone.get_by_text("The duty office")).to_be_visible()
    looked_at(phone, "in-care-slept")
