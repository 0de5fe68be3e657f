"""A worker who uses no mouse signs in, finds a child, writes up a visit and shares it: a day's work by keyboard."""

from __future__ import annotations

import pytest

from kith.access.models import Release
from kith.story.models import Event
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
# What has the focus, in the words that a screen reader would say.
FOCUS = """() => {
  const here = document.activeElement
  const labels = here.labels ? [...here.labels].map((one) => one.textContent) : []
  const group = here.closest('fieldset')
  const legend = group && group.querySelector('legend').textContent
  const words = [here.textContent, here.getAttribute('aria-label'), ...labels, legend]
  return words.filter(Boolean).join(' ').replace(/\\s+/g, ' ')
}"""
SHOWN = """() => {
  const here = document.activeElement, style = getComputedStyle(here), box = here.getBoundingClientRect()
  const near = here.nextElementSibling ? getComputedStyle(here.nextElementSibling, '::before') : style
  return box.width > 0 && (style.outlineStyle !== 'none' || style.boxShadow !== 'none' || near.boxShadow !== 'none')
}"""


class Keys:
    """Somebody at a keyboard."""

    def __init__(self, desk: Desk) -> None:
        self.desk, self.page = desk, desk.page

    def to(self, name: str, most: int = 90) -> None:
        """Tab to what is called so; the place where one is can always be seen."""
        passed = []
        for _ in range(most):
            self.page.keyboard.press("Tab")
            passed.append(self.page.evaluate(FOCUS))
            if name in passed[-1]:
                assert self.page.evaluate(SHOWN), f"nobody can see that {name} has the focus"
                return
        raise AssertionError(f"Tab on {self.desk.address} does not come to {name}, only to {passed[:40]}")

    def type(self, name: str, words: str) -> None:
        self.to(name)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def press(self, name: str, key: str = "Enter") -> None:
        self.to(name)
        if key == "Enter":
            with self.page.expect_navigation():
                self.page.keyboard.press(key)
            self.desk.look()
        else:
            self.page.keyboard.press(key)


def signs_in(keys: Keys) -> None:
    keys.desk.go("/sign-in")
    keys.type("Email or sign-in name", "new@kithshire.example")
    keys.type("Password", make.PASSWORD)
    keys.press("Sign in")
    keys.desk.sees("My people")


def finds_the_child(keys: Keys) -> None:
    keys.type("Find somebody", "bea marsh")
    keys.press("Find")
    keys.press("Bea Marsh")
    keys.desk.sees("Where they are now")


def skips_what_is_the_same_on_every_page(keys: Keys) -> None:
    keys.to("Skip to main content", 2)
    keys.page.keyboard.press("Enter")
    assert keys.page.evaluate("document.activeElement.id") == "main-content"


def writes_up_a_visit(keys: Keys) -> None:
    keys.press("Record a visit")
    keys.to("Who did you see?")
    keys.page.keyboard.press("Space")
    keys.to("Did you see them alone?")
    keys.page.keyboard.press("Space")
    keys.type("In their words", "I want a cat")
    keys.type("What I saw", "She was well")
    keys.press("Put it on the story")
    keys.desk.sees("It is on the story.")


def shares_it(keys: Keys) -> None:
    keys.press("Share it with somebody by name")
    keys.to("Who may read it?")
    keys.page.keyboard.press("Space")
    keys.press("See what they will see")
    keys.to("Have you prepared them for this?")
    keys.page.keyboard.press("Space")
    keys.type("How?", "Together")
    keys.press("Share it")


def signs_out(keys: Keys) -> None:
    keys.desk.go("/")
    keys.press("Sign out")
    keys.desk.at("/sign-in")


def test_a_whole_day_by_keyboard_alone(sit: Sit) -> None:
    child = make.person("Bea", "Marsh")
    make.tied(child, make.person("Lorna", "Marsh", born=None))
    lead = make.account("lead", login="new@kithshire.example")
    make.involved(lead, child)
    keys = Keys(sit(width=1280))
    signs_in(keys)
    finds_the_child(keys)
    skips_what_is_the_same_on_every_page(keys)
    writes_up_a_visit(keys)
    shares_it(keys)
    signs_out(keys)
    assert Event.objects.using(make.OWNER).filter(kind="visit").count() == 1
    assert Release.objects.using(make.OWNER).count() >= 1
