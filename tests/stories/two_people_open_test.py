"""Two people open a restricted record: one asks by its reference, another agrees, and neither learns more than that."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stories.serving import device, looked_at
from tests.support import make

pytestmark = pytest.mark.database


def restricts(page: Page, person: str) -> str:
    """The manager restricts the record; its reference."""
    page.goto(person)
    page.get_by_role("link", name="Restrict this record").click()
    page.get_by_label("Why must only named people open it?").fill("The mother of a colleague")
    page.get_by_label("Whom should others check with?").fill("the duty manager")
    page.get_by_label("Rosa Lindqvist").check()
    looked_at(page, "restrict")
    page.get_by_role("button", name="See who loses sight of it").click()
    expect(page.get_by_text("These lose sight of it")).to_be_visible()
    expect(page.get_by_text("Sam Hill, social worker: works with them")).to_be_visible()
    looked_at(page, "restrict-preview")
    page.get_by_role("button", name="Restrict it now").click()
    said = page.get_by_text("Its reference is").inner_text()
    page.goto(f"{person}restrict/")
    looked_at(page, "restricted-record")
    page.goto(f"{person}access/")
    looked_at(page, "looked-restricted")
    return said.split("Its reference is ")[1][:9]


def asks(asking: Page, house: str, reference: str) -> None:
    """The director asks by the reference, once wrongly."""
    asking.goto(house)
    asking.get_by_role("link", name="Open a restricted record").click()
    asking.get_by_label("The reference of the record").fill("0000-0000")
    asking.get_by_label("Why do you need it?").fill("A court has asked for the chronology")
    asking.get_by_role("button", name="Ask a second person").click()
    expect(asking.get_by_role("alert")).to_contain_text("No record that can be opened this way")
    looked_at(asking, "restricted-wrong")
    asking.get_by_label("The reference of the record").fill(reference)
    asking.get_by_role("button", name="Ask a second person").click()
    expect(asking.get_by_text("It opens when a second person agrees")).to_be_visible()
    looked_at(asking, "restricted-asked")


def agrees(second: Page, house: str) -> None:
    """Another manager reads why, and agrees."""
    second.goto(house)
    looked_at(second, "today-second")
    second.get_by_role("link", name="Di Rector asks to open record").click()
    expect(second.get_by_text("Quillfeather")).to_have_count(0)
    looked_at(second, "decide")
    second.get_by_label("I agree").check()
    second.get_by_role("button", name="Save").click()
    expect(second.get_by_text("open to Di Rector for 24 hours")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_two_people_open_a_restricted_record(browser: Browser, house: str, width: int) -> None:
    north = make.team("Family Help North")
    ada = make.person("Ada", "Quillfeather")
    rosa = make.account("lead", in_team=north, display_name="Rosa Lindqvist")
    make.involved(rosa, ada)
    sam = make.account("social_worker", display_name="Sam Hill")
    make.involved(sam, ada, role="social_worker")
    mo = make.account("manager", in_team=north, display_name="Mo Boss")
    director = make.account("director", display_name="Di Rector")
    olu = make.account("manager", in_team=make.team("South"), display_name="Olu South")

    person = f"{house}/people/{ada.id}/"

    reference = restricts(device(browser, house, mo, width).new_page(), person)
    shut_out = device(browser, house, sam, width).new_page()
    answer = shut_out.goto(f"{house}/people/{ada.id}/")
    assert answer is not None
    assert answer.status == 404

    asking = device(browser, house, director, width).new_page()
    asks(asking, house, reference)
    agrees(device(browser, house, olu, width).new_page(), house)
    asking.reload()
    asking.get_by_role("link", name="Open the record").click()
    expect(asking.get_by_text("Quillfeather").first).to_be_visible()
    asking.goto(f"{house}/people/{ada.id}/access/")
    expect(asking.get_by_text("Olu South agreed")).to_be_visible()
    looked_at(asking, "looked-two-hands")
