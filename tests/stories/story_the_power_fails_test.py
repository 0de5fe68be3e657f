"""Rosa sits with a family and types what they say. The power fails; when it is back, so are their words.

She had read to them what they told before. Nobody was asked twice because of a power cut: she goes on where she was,
from Today, and only what she keeps becomes an answer.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from django.test import override_settings
from django.utils import timezone
from playwright.sync_api import Browser, expect

from kith.help import actions
from kith.help.models import AssessmentAnswer
from kith.story.models import Draft
from tests.help.families import Mosses, does
from tests.story.serving import served
from tests.story.set_up import story_set_up
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
PROUD = "What goes well? What are you proud of?"
WORDS = "ada reads to her brother every night, even when i cannot"


def begun(home: Mosses) -> None:
    does(home.rosa, actions.start_family_help, family=home.family.id, on=timezone.localdate())
    does(home.rosa, actions.start_assessment, family=home.family.id, on=timezone.localdate())


def answers() -> list[str]:
    return list(AssessmentAnswer.objects.using(make.OWNER).values_list("words", flat=True))


def saved(rosa: Desk) -> None:
    expect(rosa.part("[data-kith-draft-state]")).to_contain_text("Saved", timeout=9000)


def test_the_power_fails_in_the_middle_of_an_assessment_and_the_words_come_back(
    browser: Browser, kith_database: None, tmp_path: Path
) -> None:
    home = Mosses()
    page = f"/families/{home.family.id}/help/answers/"
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"):
        begun(home)
        with served() as site:
            rosa = Desk(browser, site, account=home.rosa)
            rosa.go(page)
            rosa.write(PROUD, WORDS)
            saved(rosa)
        rosa.write(PROUD, f"{WORDS}. and the dog")
        expect(rosa.part("[data-kith-draft-state]")).to_contain_text("Not saved", timeout=9000)
        with served(int(site.rpartition(":")[2])):
            saved(rosa)
            assert answers() == [], "a draft is no answer yet"
            rosa.complaints.clear()
            # Her tablet's battery is empty: she goes on at a desk, from Today.
            rosa.leave()
            desk = Desk(browser, site, account=home.rosa, width=1280)
            desk.go("/")
            desk.follow("Assessment")
            expect(desk.page.get_by_label(PROUD)).to_have_value(f"{WORDS}. and the dog")
            desk.press("Keep it")
            desk.sees("Kept. You can go on with it at any time.")
            assert f"{WORDS}. and the dog" in answers()
            assert not Draft.objects.using(make.OWNER).exists()
            desk.leave()


def test_the_same_without_scripts_by_a_button(browser: Browser, kith_database: None, tmp_path: Path) -> None:
    home = Mosses()
    with story_set_up(tmp_path), override_settings(ROOT_URLCONF="kith.config.urls"), served() as site:
        begun(home)
        rosa = Desk(browser, site, account=home.rosa, scripts=False)
        rosa.go(f"/families/{home.family.id}/help/answers/")
        rosa.write(PROUD, WORDS)
        rosa.press("Save draft")
        rosa.go("/")
        rosa.follow("Assessment")
        expect(rosa.page.get_by_label(PROUD)).to_have_value(WORDS)
        assert answers() == []
        # What another worker of the family opens is the assessment as it is kept, not her draft.
        mo = Desk(browser, site, account=home.mo, scripts=False)
        mo.go(f"/families/{home.family.id}/help/answers/")
        mo.does_not_see(WORDS)
        mo.leave()
        rosa.leave()
