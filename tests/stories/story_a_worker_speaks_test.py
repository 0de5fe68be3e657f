"""A worker speaks instead of typing; the words come from the device itself, or there is no button for it."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from kith.access.models import Account
from kith.people.models import Person
from tests.stories.devices import device

pytestmark = pytest.mark.database

# What a browser has that turns speech into words on the device: no real one does so without a model of its own.
EAR = """
class Ear extends EventTarget {
  static available(asked) { window.asked = asked; return Promise.resolve("AVAILABLE"); }
  get processLocally() { return this.here; }
  set processLocally(here) { this.here = here; }
  start() { window.ear = this; }
  stop() { window.ear = null; this.dispatchEvent(new Event("end")); }
}
window.SpeechRecognition = Ear;
window.hears = (words, isFinal = true) => {
  const result = Object.assign([{ transcript: words }], { isFinal });
  window.ear.dispatchEvent(Object.assign(new Event("result"), { resultIndex: 0, results: [result] }));
};
"""
# One that hears by way of its maker: it knows of no wish to stay on the device.
ELSEWHERE = "window.SpeechRecognition = class extends EventTarget { start() { window.sent = true; } };"
SPEAK = re.compile(r"Speak instead of typing\s*: What happened")


def note(browser: Browser, site: str, lead: Account, ada: Person, script: str) -> Page:
    page = device(browser, site, lead).new_page()
    page.add_init_script(script)
    page.goto(f"{site}/people/{ada.id}/story/note/")
    return page


def test_what_is_said_stands_in_the_box_and_is_saved_and_no_sound_leaves(
    browser: Browser, site: str, lead: Account, ada: Person
) -> None:
    page = note(browser, site, lead, ada, EAR.replace("AVAILABLE", "available"))
    box = page.get_by_label("What happened", exact=True)
    box.fill("We met at school.")
    press = page.get_by_role("button", name=SPEAK)
    press.click()
    expect(press).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_text("Listening.")).to_be_visible()
    assert page.evaluate("[asked.processLocally, ear.processLocally, ear.lang]") == [True, True, "en-GB"]
    page.evaluate("hears('Ada was', false)")
    page.evaluate("hears('Ada was calm.')")
    expect(box).to_have_value("We met at school. Ada was calm.")
    expect(page.get_by_text("Saved ")).to_be_visible()
    press.click()
    expect(press).to_have_attribute("aria-pressed", "false")
    assert page.evaluate("ear") is None


def test_it_stops_when_the_worker_turns_away_and_says_when_it_may_not_listen(
    browser: Browser, site: str, lead: Account, ada: Person
) -> None:
    page = note(browser, site, lead, ada, EAR.replace("AVAILABLE", "available"))
    press = page.get_by_role("button", name=SPEAK)
    press.click()
    page.evaluate(
        "Object.defineProperty(document, 'hidden', { get: () => true });"
        "document.dispatchEvent(new Event('visibilitychange'))"
    )
    expect(press).to_have_attribute("aria-pressed", "false")
    press.click()
    page.evaluate(
        "ear.dispatchEvent(Object.assign(new Event('error'), { error: 'not-allowed' })); ear.stop()"
    )
    expect(page.get_by_text("This device did not let the page listen.")).to_be_visible()


@pytest.mark.parametrize("script", [EAR.replace("AVAILABLE", "downloadable"), ELSEWHERE, ""])
def test_where_the_device_cannot_do_it_itself_there_is_no_button(
    browser: Browser, site: str, lead: Account, ada: Person, script: str
) -> None:
    page = note(browser, site, lead, ada, f"delete window.webkitSpeechRecognition; {script}")
    expect(page.get_by_text("It saves itself as you write.")).to_be_visible()
    expect(page.get_by_role("button", name="Speak instead of typing")).to_have_count(0)
    assert page.evaluate("window.sent") is None
