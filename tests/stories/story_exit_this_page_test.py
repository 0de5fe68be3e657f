"""From every page behind the family door one press, or three of Shift, leads away, and nothing of it stays."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
BUTTON = ".govuk-exit-this-page__button:visible"
PAGES = ("/my/", "/my/words/", "/my/story/", "/my/looked/", "/my/advice/", "/my/complain/")


@pytest.fixture
def away() -> list[str]:
    return []


def a_parent(sit: Sit, away: list[str], *, scripts: bool) -> Desk:
    account = make.account("parent")
    make.door(account, make.person("Lorna", "Marsh"))
    parent = sit(account, scripts=scripts)

    def answer(route: Route) -> None:
        away.append(route.request.header_value("referer") or "")
        route.fulfill(body="<title>Weather</title><p>Rain later</p>", content_type="text/html")

    parent.context.route(lambda address: not address.startswith(parent.site), answer)
    return parent


def is_away(parent: Desk) -> None:
    expect(parent.page).to_have_title("Weather")


def test_one_press_leads_away_from_every_page_and_says_nothing_of_where_from(
    sit: Sit, away: list[str], scripts: bool
) -> None:
    for address in PAGES:
        parent = a_parent(sit, away, scripts=scripts)
        parent.go(address)
        parent.page.locator(BUTTON).click()
        is_away(parent)
    assert len(away) >= len(PAGES)
    assert set(away) == {""}


def test_three_presses_of_shift_lead_away(sit: Sit, away: list[str]) -> None:
    for address in PAGES:
        parent = a_parent(sit, away, scripts=True)
        parent.go(address)
        for _ in range(3):
            parent.page.keyboard.press("Shift")
        is_away(parent)


def test_without_scripts_as_well_back_leads_to_nothing_and_nobody_is_signed_in(
    sit: Sit, away: list[str]
) -> None:
    parent = a_parent(sit, away, scripts=False)
    parent.go("/my/")
    parent.follow("Complain", within="footer")
    parent.page.locator(BUTTON).click()
    is_away(parent)
    parent.page.go_back()
    parent.page.wait_for_url("**/sign-in?next=/my/**")
    parent.does_not_see("Lorna")
    parent.go("/my/")
    assert parent.address == "/sign-in?next=/my/"


def test_a_form_that_came_too_late_leads_away_all_the_same(sit: Sit, away: list[str]) -> None:
    parent = a_parent(sit, away, scripts=False)
    parent.go("/my/")
    parent.context.clear_cookies()
    parent.page.locator(BUTTON).click()
    is_away(parent)


@pytest.mark.parametrize("how", ["press", "shift"])
def test_back_leads_to_nothing_of_it_and_nobody_is_signed_in(sit: Sit, away: list[str], how: str) -> None:
    parent = a_parent(sit, away, scripts=True)
    parent.go("/my/")
    parent.follow("Complain", within="footer")
    if how == "press":
        parent.page.locator(BUTTON).click()
    else:
        for _ in range(3):
            parent.page.keyboard.press("Shift")
    is_away(parent)
    parent.page.go_back()
    parent.page.wait_for_url("**/sign-in?next=/my/")
    parent.does_not_see("Lorna")
    parent.go("/my/")
    assert parent.address == "/sign-in?next=/my/"


def test_words_not_yet_saved_do_not_hold_the_page_back(sit: Sit, away: list[str]) -> None:
    parent = a_parent(sit, away, scripts=True)
    asked: list[str] = []
    parent.page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    parent.go("/my/words/")
    parent.page.locator("textarea").first.press_sequentially("He is at the d")
    parent.page.locator(BUTTON).click()
    is_away(parent)
    assert asked == []


@pytest.mark.parametrize("size", [(320, 568), (1280, 800)])
def test_it_stays_at_hand_however_far_the_page_is_scrolled(
    sit: Sit, away: list[str], scripts: bool, size: tuple[int, int]
) -> None:
    parent = a_parent(sit, away, scripts=scripts)
    parent.page.set_viewport_size({"width": size[0], "height": size[1]})
    for address in PAGES:
        parent.go(address)
        parent.page.mouse.move(size[0] / 2, size[1] / 2)
        parent.page.mouse.wheel(0, 900)
        parent.page.wait_for_timeout(200)
        box = parent.page.locator(BUTTON).bounding_box()
        assert box is not None
        assert 0 <= box["y"] < 100, (address, box)


def test_the_keyboard_reaches_it_first(sit: Sit, away: list[str]) -> None:
    parent = a_parent(sit, away, scripts=True)
    parent.go("/my/words/")
    for _ in range(6):
        parent.page.keyboard.press("Tab")
        if "Exit this page" in parent.page.evaluate("document.activeElement.innerText"):
            parent.page.keyboard.press("Enter")
            is_away(parent)
            return
    pytest.fail("six presses of Tab do not come to it")
