"""A worker prints a person's page: the words are there, what belongs to the screen is not, the warning stays."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
GONE = (
    ".kith-header",
    ".kith-footer",
    ".kith-sub",
    ".kith-actions",
    ".govuk-skip-link",
    "form",
    ".govuk-button",
)


def on_paper(worker: Desk) -> None:
    worker.page.emulate_media(media="print")
    worker.page.set_viewport_size({"width": 700, "height": 1000})


def test_a_page_on_paper_keeps_its_words_and_its_warning_and_nothing_to_press(sit: Sit) -> None:
    child, mother = make.person("Bea", "Marsh"), make.person("Lorna", "Marsh", born=None)
    make.tied(child, mother)
    make.home(child, "7 Hidden Row", "ZZ9 9ZZ", protected=True)
    lead = make.account("lead", display_name="Rosa Lindqvist")
    make.involved(lead, child)
    worker = sit(lead)
    worker.go(f"/people/{child.id}/")
    on_paper(worker)
    for furniture in GONE:
        for each in worker.part(furniture).all():
            expect(each).not_to_be_visible()
    expect(worker.part("h1").first).to_be_visible()
    expect(worker.part("main").get_by_text("7 Hidden Row")).to_be_visible()
    expect(worker.part(".kith-safety")).to_be_visible()
    expect(worker.part(".kith-safety")).to_contain_text("Where they live is kept safe")
    after = "all => all.map(one => getComputedStyle(one, '::after').content)"
    assert set(worker.part("main a").evaluate_all(after)) <= {"none", "normal"}  # no address of a record
    paper = worker.page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert paper == "rgb(255, 255, 255)"
    shown = worker.part(".kith-safety").evaluate("one => getComputedStyle(one).color")
    assert shown == "rgb(0, 0, 0)"


def test_what_a_family_member_prints_holds_no_staff_words_and_no_way_out_that_paper_cannot_take(
    sit: Sit,
) -> None:
    parent = make.account("parent")
    make.door(parent, make.person("Lorna", "Marsh", born=None))
    reader = sit(parent)
    reader.go("/my/")
    on_paper(reader)
    expect(reader.part("h1").first).to_be_visible()
    for furniture in (".govuk-exit-this-page", ".kith-header", ".govuk-button"):
        for each in reader.part(furniture).all():
            expect(each).not_to_be_visible()
    assert reader.part(".kith-safety").count() == 0
