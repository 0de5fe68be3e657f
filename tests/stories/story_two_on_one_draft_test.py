"""Two people write on one draft. Both are told, each finds the other's words, and neither loses any."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.access.models import Account
from kith.people.models import Person
from kith.story.models import Draft, Event
from tests.stories.devices import device, is_saved
from tests.support import make

pytestmark = pytest.mark.database


def told(page: Page) -> None:
    expect(page.locator("[data-kith-draft-others]")).to_contain_text("writing on this too", timeout=12_000)


def test_a_colleague_is_let_in_both_are_told_and_neither_loses_words(
    browser: Browser, site: str, ada: Person, lead: Account
) -> None:
    sam = make.account("social_worker", display_name="Sam Okoro")
    make.involved(sam, ada, role="social_worker")
    rosas = device(browser, site, lead).new_page()
    rosas.goto(f"{site}/people/{ada.id}/story/note/")
    rosas.get_by_label("In a few words").fill("The garden")
    rosas.get_by_label("What happened").fill("We both saw the garden.")
    is_saved(rosas)
    rosas.reload()
    rosas.get_by_label("Write this with a colleague").select_option("Sam Okoro")
    rosas.get_by_role("button", name="Let them write on it").click()
    rosas.wait_for_url("**draft=*")

    sams = device(browser, site, sam, 1280).new_page()
    sams.goto(f"{site}/people/{ada.id}/story/")
    sams.get_by_role("link", name="Note", exact=True).first.click()
    expect(sams.get_by_label("What happened")).to_have_value("We both saw the garden.")

    rosas.get_by_label("What happened").fill("We both saw the garden. Rosa: it was tidy.")
    is_saved(rosas)
    expect(rosas.locator("[data-kith-draft] [name=revision]")).to_have_value("2")
    sams.get_by_label("What happened").fill("We both saw the garden. Sam: the gate was broken.")
    told(sams)
    told(rosas)

    rosas.clock.install()
    for page, words in ((rosas, "Rosa: it was tidy."), (sams, "Sam: the gate was broken.")):
        page.reload()
        expect(page.get_by_label("What happened")).to_have_value(f"We both saw the garden. {words}")
    # Each can read the other's version, on the page.
    rosas.get_by_text("Read what they wrote").first.click()
    expect(rosas.get_by_text("Sam: the gate was broken.")).to_be_visible()
    with rosas.expect_response("**/state/"):
        rosas.clock.run_for(9000)
    expect(rosas.get_by_text("Sam: the gate was broken.")).to_be_visible()  # still, while it is read
    sams.get_by_text("Read what they wrote").first.click()
    expect(sams.get_by_text("Rosa: it was tidy.")).to_be_visible()

    rosas.get_by_role("button", name="Put it on the story").click()
    expect(rosas.get_by_text("It is on the story")).to_be_visible()
    sams.reload()
    expect(sams.get_by_label("What happened")).to_have_value(
        "We both saw the garden. Sam: the gate was broken."
    )
    assert Event.objects.using(make.OWNER).count() == 1
    assert Draft.objects.using(make.OWNER).count() == 1
