"""Every part of a page, in a real browser, at the width of a small phone and of a desk."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from jinja2 import Environment
from playwright.sync_api import Browser

from kith.design.gallery import gallery_context
from tests.design.browser import Opened, served_file

TEMPLATES = ("design/gallery.html", "design/gallery_family.html", "design/errors/404.html")

Open = Callable[[str, int], Opened]


@pytest.fixture
def open_page(browser: Browser, pages: Environment) -> Open:
    def open_it(template: str, width: int) -> Opened:
        html = pages.get_template(template).render(
            **gallery_context(), signed_in_as="Rosa Lindqvist", csrf_input=""
        )
        return Opened(browser, html, served_file, width)

    return open_it


@pytest.mark.parametrize("template", TEMPLATES)
@pytest.mark.parametrize("width", [320, 1280])
def test_a_page_has_no_axe_violation_and_fits_the_screen(template: str, width: int, open_page: Open) -> None:
    opened = open_page(template, width)
    assert opened.overflow() <= 0
    assert opened.violations() == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_page_obeys_the_strict_policy_and_asks_for_no_font(template: str, open_page: Open) -> None:
    opened = open_page(template, 1280)
    assert opened.complaints == []
    assert all(path == "/" or path.startswith("/static/") for path in opened.asked)
    assert not [path for path in opened.asked if "font" in path or "crown" in path or "crest" in path]
    assert "GDS" not in opened.page.evaluate(
        "[...document.querySelectorAll('*')].map(e => getComputedStyle(e).fontFamily).join()"
    )


def test_the_helps_of_the_components_are_running(open_page: Open) -> None:
    opened = open_page("design/gallery_family.html", 320)
    assert opened.page.evaluate("document.body.classList.contains('govuk-frontend-supported')")
    assert opened.page.evaluate("htmx.config.allowEval") is False
    exit_link = opened.page.get_by_role("button", name="Exit this page")
    assert exit_link.get_attribute("href") == "https://www.bbc.co.uk/weather"


def test_what_is_hidden_is_not_shown_whatever_style_it_bears(open_page: Open) -> None:
    page = open_page("design/gallery.html", 320).page
    made = (
        "document.body.insertAdjacentHTML('beforeend', '<p id=quiet class=govuk-error-message hidden>No</p>')"
    )
    page.evaluate(made)
    assert not page.locator("#quiet").is_visible()


def test_the_drawing_changes_shape_with_the_room_it_has(open_page: Open) -> None:
    narrow = open_page("design/gallery.html", 320).page
    assert narrow.locator(".kith-drawing__tall").is_visible()
    assert not narrow.locator(".kith-drawing__wide").is_visible()
    wide = open_page("design/gallery.html", 1280).page
    assert wide.locator(".kith-drawing__wide").is_visible()
    assert not wide.locator(".kith-drawing__tall").is_visible()


def test_letters_in_the_drawing_stay_readable_on_a_phone(open_page: Open) -> None:
    page = open_page("design/gallery.html", 320).page
    shown = page.evaluate(
        "(() => { const s = document.querySelector('.kith-drawing__tall');"
        " return s.getBoundingClientRect().width / s.viewBox.baseVal.width })()"
    )
    assert shown * 12 >= 11


def test_on_paper_the_furniture_is_gone_and_the_safety_notice_stays(open_page: Open) -> None:
    # A staff page on paper still says where nobody must tell what it says.
    page = open_page("design/gallery.html", 1280).page
    assert page.locator(".kith-safety").is_visible()
    page.emulate_media(media="print")
    for furniture in (".kith-header", ".kith-tools", ".kith-footer"):
        assert not page.locator(furniture).is_visible()
    assert page.locator(".kith-safety").is_visible()
    assert page.locator(".kith-drawing").is_visible()
