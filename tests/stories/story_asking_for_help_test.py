"""A mother asks for help on her phone, without scripts, and is met: by a rule, by hand, and in the end by a yes."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.access.models import Account
from kith.help.models import HelpRequest
from tests.help.asked import holder
from tests.stories.serving import device, looked_at
from tests.support import make

pytestmark = pytest.mark.database


class House:
    """Who is at the front door, who manages it, and three who may be asked."""

    def __init__(self) -> None:
        self.dee = make.account("front_door", display_name="Dee Duty")
        self.mo = make.account("manager", display_name="Mo Boss")
        self.sam = make.account("lead", display_name="Sam Hill")
        self.rosa = make.account("lead", display_name="Rosa Lindqvist")
        self.hana = make.account("partner", display_name="Hana Harbour")


def the_mother_asks(page: Page, house: str) -> str:
    page.goto(f"{house}/help/")
    expect(page.get_by_role("heading", level=2).first).to_have_text("Will they take my children away?")
    looked_at(page, "help-home")
    page.get_by_role("button", name="Ask for help").click()
    expect(page).to_have_title("Information")
    page.get_by_label("4. What is hard just now?").fill(
        "i am so tired and he shouts. money is gone by friday"
    )
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("alert")).to_contain_text("Tick a safe way")
    expect(page.get_by_label("4. What is hard just now?")).to_have_value(re.compile("i am so tired"))
    looked_at(page, "help-ask-wrong")
    page.get_by_label("Send me a text").check()
    page.get_by_label("Phone number").fill("01632 960111")
    page.get_by_label("When is it safe?").fill("when he is at work, 9 to 3")
    page.get_by_label("Does anybody else see this phone").fill("he looks at it at night")
    page.get_by_label("In a message").fill("say it is about school")
    page.get_by_label("No", exact=True).check()
    page.get_by_label("3. What may we call you?").fill("Mara")
    looked_at(page, "help-ask")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_role("heading", name="We have it. Thank you")).to_be_visible()
    looked_at(page, "help-asked")
    assert "Mara" not in page.url
    return str(page.locator("strong").first.inner_text())


def dee_decides(page: Page, house: str, reference: str) -> None:
    page.goto(house)
    page.get_by_role("link", name="Requests for help").click()
    looked_at(page, "help-front-door")
    page.get_by_role("link", name=f"Request {reference}").click()
    expect(page.get_by_text("In a message, they ask: say it is about school")).to_be_visible()
    expect(page.get_by_text("Text 01632 960111")).to_be_visible()
    expect(page.get_by_text("Ring 01632 960111")).to_have_count(0)
    page.get_by_role("button", name="I take this on").click()
    expect(page.get_by_text("With Dee Duty")).to_be_visible()
    page.get_by_role("button", name="Decide").click()
    for fact in (
        "Somebody in the home is abused",
        "Money or the place they live in",
        "The family asks for help itself",
    ):
        page.get_by_label(re.compile(fact)).check()
    page.get_by_role("button", name="What do the rules say?").click()
    expect(page.get_by_role("status")).to_contain_text("Family Help, with one lead")
    looked_at(page, "help-decide")
    page.get_by_role("button", name="Decide", exact=True).click()
    expect(page.get_by_text("Rule F2 of version 2026-11")).to_be_visible()
    looked_at(page, "help-decided")
    page.get_by_label("A text").check()
    page.get_by_role("button", name="Whoever asked was told").click()


def dee_asks(page: Page, house: str, reference: str, name: str) -> None:
    page.goto(f"{house}/help/requests/")
    page.get_by_role("link", name=f"Request {reference}").click()
    page.get_by_role("link", name="Hand it over").click()
    page.get_by_label("Name of the worker").fill(name.split(maxsplit=1)[0])
    page.get_by_role("button", name="Look up").click()
    looked_at(page, "help-choose")
    page.get_by_role("link", name=name).click()
    page.get_by_label("What is it about").fill("A mother who is tired and afraid, with two children")
    looked_at(page, "help-give")
    page.get_by_role("button", name="Ask them").click()
    expect(page.get_by_text(f"{name} is asked. Until they say yes it stays where it is.")).to_be_visible()


def answers(page: Page, house: str, reference: str, yes: bool) -> None:
    page.goto(house)
    expect(page.get_by_role("heading", name="Asked of me: will I take this on?")).to_be_visible()
    page.get_by_role("link", name=f"Request {reference}").click()
    expect(page.get_by_text("A mother who is tired and afraid")).to_be_visible()
    expect(page.get_by_text("i am so tired")).to_have_count(0)
    page.get_by_label("Yes, I have this" if yes else "No", exact=True).check()
    if not yes:
        page.get_by_label("If not: why?").fill("We are full until spring")
    looked_at(page, f"help-answer-{'yes' if yes else 'no'}")
    page.get_by_role("button", name="Answer").click()


@pytest.mark.parametrize("width", [320, 1280])
def test_a_mother_asks_for_help_on_her_phone_and_is_met(browser: Browser, house: str, width: int) -> None:
    them = House()

    def desk(account: Account) -> Page:
        return device(browser, house, account, width).new_page()

    phone = browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640})
    hers = browser.new_context(viewport={"width": 320, "height": 640})
    # The pictures and axe need a browser with scripts; the same tale is first told without any.
    without = phone.new_page()
    without.goto(f"{house}/help/ask/")
    without.get_by_label("Do not contact me").check()
    without.get_by_label("4. What is hard just now?").fill("no words")
    without.get_by_role("button", name="Send it").click()
    expect(without.get_by_text("We do not contact you.")).to_be_visible()
    reference = the_mother_asks(hers.new_page(), house)
    request = HelpRequest.objects.using(make.OWNER).get(reference=reference).id
    assert holder(request) is None

    dee = desk(them.dee)
    dee_decides(dee, house, reference)
    for worker, bounced in ((them.sam, False), (them.rosa, True)):
        dee_asks(dee, house, reference, worker.display_name)
        assert holder(request) == them.dee.id, "nobody has said yes: the giver has it"
        answers(desk(worker), house, reference, yes=False)
        assert holder(request) == them.dee.id
        manager = desk(them.mo)
        manager.goto(house)
        alert = manager.get_by_role("heading", name="Asked for help, and sent from one to the next")
        expect(alert).to_have_count(1 if bounced else 0)
    looked_at(manager, "help-today-bounced")

    dee_asks(dee, house, reference, them.hana.display_name)
    hana = desk(them.hana)
    answers(hana, house, reference, yes=True)
    assert holder(request) == them.hana.id
    expect(hana.get_by_text("i am so tired")).to_be_visible()
    expect(hana.get_by_text("With Hana Harbour")).to_be_visible()
    looked_at(hana, "help-accepted")
    hana.get_by_role("button", name="Nothing more is to be done").click()
    dee.goto(f"{house}/help/requests/")
    expect(dee.get_by_text(reference)).to_have_count(0)
