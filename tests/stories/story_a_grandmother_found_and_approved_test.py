"""A grandmother is found and approved in time: from the night the girl comes to an award, a letter and her own answer.

Ada comes to Nan at night. Her worker writes it down at once; the manager agrees the next morning, and the page counts the
weeks. Grandad's check says what he told nobody: Nan's page is the same to the byte. What Nan needs to know reaches her
when it is shown to her, and not before. She reads what is paid and why, asks who pays for advice, and answers.
She is approved before the time is over. The father, who causes harm, finds nothing.
"""

from __future__ import annotations

import re
from uuid import UUID

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.core.acting import acting
from kith.kinship import actions
from kith.kinship.models import Caring, FullAssessment
from tests.kinship.kinfolk import Kinfolk, ago, today
from tests.stories.serving import device, looked_at
from tests.support import make
from tests.support.visit import signed_in

pytestmark = pytest.mark.database


def she_comes_tonight(page: Page, kin: Kinfolk, site: str) -> None:
    page.goto(f"{site}{kin.page}")
    page.get_by_role("link", name="The child came to a relative or friend tonight").click()
    page.get_by_label("Nora").check()
    page.get_by_label("What was looked at?").fill("Clean and warm. She held Nan's hand. She wants to stay.")
    looked_at(page, "kin-approve")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("No nominated officer has agreed yet.")).to_be_visible()
    expect(page.get_by_text("112 days left")).to_be_visible()
    looked_at(page, "kin-who-cares")


def the_manager_agrees(page: Page, kin: Kinfolk, site: str) -> None:
    page.goto(f"{site}/")
    page.get_by_role("link", name="a nominated officer has not agreed yet").click()
    page.get_by_role("link", name="Agree").click()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("A nominated officer agreed.")).to_be_visible()


def what_is_agreed(kin: Kinfolk) -> UUID:
    """Through the same actions as the pages (tests/kinship/test_pages.py): care, money, things to know, assessment."""
    caring = kin.caring("temporary", today())
    kin.shows(caring)
    kin.awards(caring, today())
    shown = kin.does(actions.write_need_to_know, child=kin.child.id, words="She is afraid of dogs.")
    kin.does(actions.write_need_to_know, child=kin.child.id, words="Nobody showed this yet.")
    kin.shows(shown)
    one = kin.does(
        actions.start_assessment,
        child=kin.child.id,
        adults=[kin.nan.id, kin.grandad.id],
        route="foster",
        on=today(),
    )
    kin.does(
        actions.take_down, assessment=one, adult=kin.nan.id, question="story", words="Three boys.", on=today()
    )
    kin.shows(one)
    return caring


def bare(page: bytes) -> bytes:
    """Without the form's own token, which differs each time."""
    return re.sub(rb'name="(csrfmiddlewaretoken|sending)" value="[^"]*"', b"", page)


def nothing_of_him_changes_her_page(kin: Kinfolk) -> None:
    nan = signed_in(kin.her)
    before = bare(nan.get("/my/caring/").content)
    check = kin.does(actions.ask_check, adult=kin.grandad.id, kind="dbs", on=ago(1))
    kin.does(actions.check_back, check=check, on=today(), result="talk", words="A caution in 1994.")
    assert bare(nan.get("/my/caring/").content) == before
    assert b"caution" not in before


def she_reads_and_answers(page: Page, site: str) -> None:
    page.goto(f"{site}/my/")
    page.get_by_role("link", name="Caring for a child").click()
    expect(page.get_by_text("She is afraid of dogs.")).to_be_visible()
    expect(page.get_by_text("Nobody showed this yet.")).to_have_count(0)
    expect(page.get_by_text("£229.00").first).to_be_visible()
    expect(page.get_by_text("You can say no")).to_be_visible()
    looked_at(page, "kin-door")
    page.get_by_role("link", name="Ask for something").click()
    page.get_by_label("Legal advice, and who pays for it").check()
    looked_at(page, "kin-door-ask")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("No answer yet.")).to_be_visible()
    page.get_by_role("link", name="My answer to my assessment").click()
    page.get_by_label("In your own words").fill("Write that I never once said no to her.")
    page.get_by_role("button", name="Send it").click()
    expect(page.get_by_text("Write that I never once said no to her.")).to_be_visible()
    page.get_by_role("link", name="A letter for school and doctor").click()
    expect(page.get_by_text("Haircuts")).to_be_visible()
    looked_at(page, "kin-letter")
    page.goto(f"{site}/kinship-care/")
    expect(page.get_by_role("heading", name="Special guardianship order")).to_be_visible()
    looked_at(page, "kin-kinds")


def approved_in_time(page: Page, kin: Kinfolk, site: str) -> None:
    with acting(make.actor(kin.lead)):
        one = FullAssessment.objects.get()
        held = Caring.objects.get()
    kin.does(actions.finish_assessment, assessment=one.id, outcome="suitable", on=today())
    page.goto(f"{site}{kin.page}assessment/")
    expect(page.get_by_text("Write that I never once said no to her.")).to_be_visible()
    looked_at(page, "kin-assessment")
    page.goto(f"{site}{kin.page}support/")
    expect(page.get_by_text("Waits 0 days")).to_be_visible()
    looked_at(page, "kin-support")
    page.goto(f"{site}{kin.page}")
    page.get_by_role("link", name="It has ended").first.click()
    page.get_by_label("approved as a foster carer").check()
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("days left")).to_have_count(0)
    for other in (kin.him, kin.father):
        assert signed_in(other).get(f"/my/caring/decide/{held.id}/letter/").status_code == 404


@pytest.mark.parametrize("width", [320, 1280])
def test_a_grandmother_is_found_and_approved_in_time(browser: Browser, house: str, width: int) -> None:
    kin = Kinfolk()
    worker = device(browser, house, kin.lead, width).new_page()
    she_comes_tonight(worker, kin, house)
    the_manager_agrees(device(browser, house, kin.manager, width).new_page(), kin, house)
    what_is_agreed(kin)
    nothing_of_him_changes_her_page(kin)
    she_reads_and_answers(device(browser, house, kin.her, width).new_page(), house)
    approved_in_time(worker, kin, house)
