"""One visit to three brothers and sisters: written once, marked as it is written, and shared with each by name."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.access.models import Account
from kith.people.models import Person
from kith.story.models import Event
from tests.stories.devices import device, is_saved
from tests.story.seen import page as body
from tests.story.seen import signed_in
from tests.support import make

pytestmark = pytest.mark.database


class Siblings:
    """Ada, Bo and Cy, each with an account of their own."""

    def __init__(self, ada: Person, lead: Account) -> None:
        self.ada, self.bo, self.cy = ada, make.person("Bo"), make.person("Cy")
        self.accounts: dict[str, Account] = {}
        for name, each in (("Ada", ada), ("Bo", self.bo), ("Cy", self.cy)):
            account = make.account("young_person", display_name=name)
            make.door(account, each)
            self.accounts[name] = account
            if each is not ada:
                make.involved(lead, each)
                make.tied(ada, each, "sibling")
        make.tied(self.bo, self.cy, "sibling")

    def sees(self, name: str, event: Event) -> str:
        """What one of them reads of the visit; nothing where it is not there for them."""
        client = signed_in(self.accounts[name])
        answer = client.get(f"/my/story/{event.id}/")
        listed = body(client, "/my/story/")
        assert (answer.status_code == 200) == (str(event.id) in listed)
        return answer.content.decode() if answer.status_code == 200 else ""


def share(page: Page, site: str, person: Person, event: Event, *, apart: str = "") -> None:
    """Shares the visit with one of them by name, with one of the parts kept apart if that is said."""
    page.goto(f"{site}/people/{person.id}/story/{event.id}/release/?reader={person.id}")
    if apart:
        page.get_by_label(apart).check()
    page.get_by_label("Yes", exact=False).first.check()
    page.get_by_label("How").last.fill("We read it together.")
    page.get_by_role("button", name="Share it").click()
    expect(page.get_by_text("We read it together.").last).to_be_visible()


def test_one_visit_to_three_is_written_once_and_shared_separately(
    browser: Browser, site: str, ada: Person, lead: Account
) -> None:
    three = Siblings(ada, lead)
    page = device(browser, site, lead).new_page()
    page.goto(f"{site}/people/{ada.id}/story/visit/")
    for name in ("Ada", "Bo", "Cy"):
        page.get_by_label(name, exact=True).check()
    page.get_by_label("Offered").check()
    page.get_by_label("What I saw").fill("All three built a den in the garden.")
    page.get_by_label("What we agreed").fill(
        "We go to the park on Friday.\n\n[only about Bo] Bo sees the dentist on Monday."
    )
    # Marked as it is written, with one press: a neighbour's affairs stay out of what is shared.
    saw = page.get_by_label("What I saw")
    saw.press("Control+End")
    saw.press_sequentially("\n\nThe neighbour has lost his job.")
    page.get_by_role("button", name="Mark this paragraph as about somebody else").nth(1).click()
    expect(saw).to_have_value(
        "All three built a den in the garden.\n\n[about somebody else] The neighbour has lost his job."
    )
    is_saved(page)
    page.get_by_role("button", name="Put it on the story").click()
    expect(page.get_by_text("It is on the story")).to_be_visible()

    event = Event.objects.using(make.OWNER).get(kind="visit")
    for each in (three.ada, three.bo, three.cy):
        page.goto(f"{site}/people/{each.id}/story/")
        expect(page.get_by_role("link", name="Visit", exact=True).last).to_be_visible()
        expect(page.get_by_text("All three built a den in the garden.")).to_be_visible()

    for name in three.accounts:
        assert three.sees(name, event) == "", "nobody reads it before it is shared with them by name"
    share(page, site, three.ada, event)
    assert "All three built a den" in three.sees("Ada", event)
    assert "dentist" not in three.sees("Ada", event)
    assert three.sees("Bo", event) == three.sees("Cy", event) == ""
    share(page, site, three.bo, event, apart="dentist")
    assert "dentist" in three.sees("Bo", event)
    assert "dentist" not in three.sees("Ada", event)
    assert three.sees("Cy", event) == ""
    share(page, site, three.cy, event)
    for name in three.accounts:
        read = three.sees(name, event)
        assert "go to the park on Friday" in read
        assert "neighbour" not in read
        assert "about somebody else" not in read


def test_a_note_belongs_to_several_and_a_slip_in_a_mark_is_told_before_anything_is_written(
    browser: Browser, site: str, ada: Person, lead: Account
) -> None:
    three = Siblings(ada, lead)
    page = device(browser, site, lead, scripts=False).new_page()
    page.goto(f"{site}/people/{ada.id}/story/note/")
    page.get_by_label("In a few words").fill("School")
    page.get_by_label("What happened").fill("Both start on Monday.\n\n[only abuot Bo] Bo is nervous.")
    page.get_by_label("Bo", exact=True).check()
    page.get_by_role("button", name="Put it on the story").click()
    expect(page.get_by_text("Kith does not know the mark").first).to_be_visible()
    assert not Event.objects.using(make.OWNER).exists()
    page.get_by_label("What happened").fill("Both start on Monday.\n\n[only about Bo] Bo is nervous.")
    page.get_by_role("button", name="Put it on the story").click()
    expect(page.get_by_text("It is on the story")).to_be_visible()
    event = Event.objects.using(make.OWNER).get()
    assert set(event.about.using(make.OWNER).values_list("person_id", flat=True)) == {
        three.ada.id,
        three.bo.id,
    }
    page.goto(f"{site}/people/{three.cy.id}/story/")
    expect(page.get_by_text("Both start on Monday.")).not_to_be_visible()
