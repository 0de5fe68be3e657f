"""A lead sits with a family: what the mother wrote when she asked for help stands there already. A bed is paid for."""

from __future__ import annotations

from datetime import date

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.help import actions
from kith.help.models import Pot
from tests.help.asked import asked
from tests.help.families import Mosses, does
from tests.stories.serving import device, looked_at
from tests.support import make

pytestmark = pytest.mark.database


def opens(page: Page, link: str, name: str) -> None:
    page.get_by_role("link", name=link).click()
    looked_at(page, name)


@pytest.mark.parametrize("width", [320, 1280])
def test_what_she_told_once_is_filled_in_and_counted_when_asked_again(
    browser: Browser, house: str, width: int
) -> None:
    home = Mosses()
    request = asked(what_is_hard="i cannot sleep", what_would_help="a bed for ada")
    duty = make.account("front_door")
    make.involved(duty, home.mara, role="screener")
    does(duty, actions.match_person, request=request, person=home.mara.id)
    does(duty, actions.take_request, request=request)
    does(home.rosa, actions.answer_giving, giving=does(
        duty, actions.give_request, request=request, to=home.rosa.id, words="The Mosses"
    ), yes=True)  # fmt: skip
    Pot.objects.using(make.OWNER).create(
        name="Section 17", pays_for="what a child needs", pence=50_000, from_on=date(2020, 1, 1)
    )
    page = device(browser, house, home.rosa, width).new_page()
    page.goto(f"{house}/families/{home.family.id}/")
    opens(page, "Help for this family", "family-help-empty")
    opens(page, "It begins", "family-help-begins")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_text("Family Help since")).to_be_visible()
    page.get_by_role("link", name="Begin an assessment").click()
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_label("What is hard just now?").first).to_have_value("i cannot sleep")
    expect(page.get_by_label("What would help?").first).to_have_value("a bed for ada")
    page.get_by_label("What goes well? What are you proud of?").fill("ada reads to her brother")
    page.get_by_label("I asked them again: What is hard just now?").check()
    looked_at(page, "family-answers")
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("Asked again, though they had told us: 1 question.")).to_be_visible()
    opens(page, "Record practical help", "family-spend")
    page.get_by_label("What was it?").fill("A bed for Ada")
    page.get_by_label("What did it cost, in pounds?").fill("120")
    page.get_by_label("Section 17: what a child needs").check()
    page.get_by_role("button", name="Keep it").click()
    expect(page.get_by_text("In all £120.00.")).to_be_visible()
    opens(page, "Record a need", "family-need")
    page.get_by_label("Mara Moss").check()
    page.get_by_label("how they feel (mental health)").check()
    page.get_by_role("button", name="Keep it").click()
    looked_at(page, "family-help")
