"""Four brothers and sisters need a home within a week; their worker looks in order, and one home takes all four."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.homes import actions
from kith.homes.models import Choice
from tests.homes import register
from tests.homes.finding import Finding, born
from tests.stories.serving import device, looked_at
from tests.support import make

pytestmark = pytest.mark.database
FOUR = (("Ana", 4), ("Bo", 7), ("Cy", 9), ("Dee", 12))


def told() -> Finding:
    """Three of them are looked for already; for Dee her worker begins in the browser."""
    children = [make.person(name, born=born(age, -9)) for name, age in FOUR]
    for one in children[:-1]:
        make.tied(children[-1], one, "sibling")
    finding = Finding(*children)
    first = finding.looks(children[0])
    others = [finding.looks(each, together_with=children[0].id) for each in children[1:3]]
    for search in (first, *others):
        finding.does(actions.rank_needs, search=search, needs=["Each other", "Their school"])
        finding.among(search, "2_own")
    register.a_home(name="The Small household", places=2)
    register.a_home(name="The Lindens", places=4, skills=["siblings"], lives_here=["dog", "garden"])
    return finding


def begins(page: Page) -> None:
    page.get_by_role("button", name="A home is looked for").click()
    page.get_by_label("Why is a home looked for?").fill("Their nan has to go into hospital.")
    page.get_by_label("Who is this child? Strengths first").fill("Dee looks after everybody and dances.")
    page.get_by_label("What does the child wish?").fill("All of us, and a dog.")
    page.get_by_label("Does a brother or sister look for the same home?").select_option(label="Ana Example")
    looked_at(page, "find-home-start")
    page.get_by_role("button", name="Save").click()
    # Her name would tell who she is: it comes back, with everything that was typed.
    expect(page.get_by_text("leave out Dee").first).to_be_visible()
    expect(page.get_by_label("What does the child wish?")).to_have_value("All of us, and a dog.")
    page.get_by_label("Who is this child? Strengths first").fill("She looks after everybody, and dances.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("4 brothers and sisters")).to_be_visible()


def looks(page: Page) -> None:
    page.get_by_role("link", name="Put the needs in order").click()
    page.get_by_label("What must a home meet?").fill("Each other\nHer school")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Look somewhere else").click()
    page.get_by_label("our own foster carers").check()
    page.get_by_label("Why here").fill("Nobody of the family can take four.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="See which homes it could be").click()
    expect(page.get_by_text("All 4 brothers and sisters can come.")).to_be_visible()
    looked_at(page, "find-home-homes")
    page.get_by_role("link", name="on the shortlist").first.click()
    page.get_by_label("Why this home?").fill("All four fit, and there is a dog.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="The Lindens").click()


def decides(page: Page) -> None:
    for who, words in (
        ("the child", "Yes! All of us."),
        ("the carers or the home", "Four is what we hoped for."),
    ):
        page.get_by_role("link", name="Write down what somebody says").click()
        page.get_by_label(who, exact=True).check()
        page.get_by_label("What do they say?").fill(words)
        page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Weigh what it means for others").click()
    page.get_by_label("What would it mean for the children who live there?").fill("Nobody lives there yet.")
    page.get_by_role("button", name="Save").click()
    looked_at(page, "find-home-choice")
    page.get_by_role("link", name="This is the home").click()
    page.get_by_label("Why this home?").fill("They stay together.")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Agreed").first).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_four_brothers_and_sisters_are_kept_together(browser: Browser, house: str, width: int) -> None:
    finding = told()
    dee = finding.children[-1]
    page = device(browser, house, finding.worker, width).new_page()
    page.goto(f"{house}/homes/all-at-once/")
    expect(page.get_by_text("Advice only: a person decides.")).to_be_visible()
    looked_at(page, "homes-all-at-once")
    page.goto(f"{house}/people/{dee.id}/homes/")
    page.get_by_role("link", name="Finding a home").click()
    begins(page)
    looked_at(page, "find-home")
    looks(page)
    decides(page)
    for child in finding.children[:-1]:
        search = finding.search_of(child)
        choice = finding.lists(search, register.named("The Lindens"))
        finding.hears(choice)
        finding.agrees(choice)
    homes = set(Choice.objects.using(make.OWNER).filter(state="agreed").values_list("home__name", flat=True))
    assert homes == {"The Lindens"}
    assert Choice.objects.using(make.OWNER).filter(state="agreed").count() == 4
