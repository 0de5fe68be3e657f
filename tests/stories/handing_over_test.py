"""A manager hands a family's lead over: one day, one reason, and the mother reads both on her own page."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from kith.access.models import Account, Involvement
from tests.access.looking_back import released
from tests.stories.serving import device, looked_at
from tests.support import make

pytestmark = pytest.mark.database


class Story:
    """The Mosses, whose lead Rosa moves to another team; Sam, who takes over; Mo, who manages both."""

    def __init__(self) -> None:
        north = make.team("Family Help North")
        self.ada, mara = make.person("Ada", "Moss"), make.person("Mara", "Moss", born=None)
        make.tied(self.ada, mara)
        self.family = make.family(self.ada, mara, known_as="The Mosses")
        self.rosa = make.account("lead", in_team=north, display_name="Rosa Lindqvist", phone="01632 960001")
        self.sam = make.account("lead", in_team=north, display_name="Sam Hill", phone="01632 960002")
        self.mo = make.account("manager", in_team=north, display_name="Mo Boss")
        held = Involvement.objects.using(make.OWNER).create(
            account=self.rosa,
            family=self.family,
            role="lead_practitioner",
            label_mask=15,
            during=make.always(),
        )
        self.mother: Account = make.account("parent")
        make.door(self.mother, mara)
        make.door(self.mother, self.ada, "parent")
        released(held, mara)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_manager_hands_a_familys_lead_over_and_the_mother_is_told_why(
    browser: Browser, house: str, width: int
) -> None:
    story = Story()
    manager = device(browser, house, story.mo, width).new_page()
    manager.goto(f"{house}/families/{story.family.id}/")
    looked_at(manager, "family")
    manager.get_by_role("link", name="Say who works with them").click()
    looked_at(manager, "workers")
    manager.get_by_role("link", name="Hand over").click()
    manager.get_by_label("Name of the worker").fill("hill")
    manager.get_by_role("button", name="Look up").click()
    looked_at(manager, "choose")
    manager.get_by_role("link", name="Sam Hill").click()
    expect(manager.get_by_label("Mara Moss")).to_be_checked()
    manager.get_by_role("button", name="Hand over").click()
    expect(manager.get_by_role("alert")).to_contain_text("Why?")
    looked_at(manager, "hand-over-wrong")
    manager.get_by_label("Why? These are the words the family is told").fill("Rosa has moved to another team")
    manager.get_by_label("Yes").check()
    manager.get_by_label("How?").first.fill("Rosa and Sam visited together")
    manager.get_by_label("What does the family think of it?").fill("i liked rosa. sam is fine")
    manager.get_by_label("Who of them said so?").fill("Mara")
    manager.get_by_label("If there can be no goodbye visit").fill("They said goodbye on Monday already")
    looked_at(manager, "hand-over")
    manager.get_by_role("button", name="Hand over").click()
    expect(manager.get_by_text("Sam Hill takes over from Rosa Lindqvist.")).to_be_visible()
    looked_at(manager, "handed-over")

    mother = device(browser, house, story.mother, width).new_page()
    mother.goto(f"{house}/my/")
    expect(mother.get_by_role("heading", name="Sam Hill")).to_be_visible()
    expect(mother.get_by_text("Rosa Lindqvist", exact=True)).to_have_count(0)
    mother.goto(f"{house}/my/story/")
    expect(mother.get_by_text("Rosa has moved to another team")).to_be_visible()

    sam = device(browser, house, story.sam, width).new_page()
    sam.goto(house)
    looked_at(sam, "today-handed")
    sam.get_by_role("button", name="Yes, I have this").click()
    expect(sam.get_by_text("Handed to me")).to_have_count(0)

    rosa = device(browser, house, story.rosa, width).new_page()
    rosa.goto(f"{house}/families/{story.family.id}/")
    expect(rosa.get_by_text("Sam Hill")).to_have_count(0)


@pytest.mark.parametrize("width", [320, 1280])
def test_a_worker_is_added_beside_the_lead_in_three_clicks_from_today(
    browser: Browser, house: str, width: int
) -> None:
    story = Story()
    make.involved(story.mo, story.ada, role="social_worker")
    page = device(browser, house, story.mo, width).new_page()
    page.goto(house)
    page.get_by_role("link", name="Ada Moss").first.click()
    page.get_by_role("link", name="Say who works with them").click()
    page.get_by_role("button", name="Add a worker").click()
    page.get_by_label("Name of the worker").fill("sam")
    page.get_by_role("button", name="Look up").click()
    page.get_by_role("link", name="Sam Hill").click()
    looked_at(page, "add")
    page.get_by_label("As what?").select_option(label="family support worker")
    page.get_by_role("button", name="Add this worker").click()
    expect(page.get_by_text("Sam Hill works with them.")).to_be_visible()
    expect(page.get_by_text("Has not said yes yet")).to_be_visible()
    page.get_by_role("link", name="End the work of Sam Hill").click()
    looked_at(page, "end")
