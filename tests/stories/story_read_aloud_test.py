"""A mother who cannot see the screen has her phone read Kith to her, and so has her daughter, who is tired of reading.

What is said is what stands there, in the same order: who works with them and how to ring, what we owe by when, what was
shared. Going from link to link she knows each by its name alone. The same holds of the page in Arabic, where what people
wrote in English is said in an English voice.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kith.access.models import Involvement
from kith.people.models import Person
from kith.plan.actions import answer_line, share_lines
from kith.story.actions import record_visit, release
from kith.story.marks import Marked
from tests.access.looking_back import released
from tests.plan.acts import does
from tests.plan.street import Street, ago
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.aloud import Spoken, faults, spoken
from tests.support.desk import Desk

pytestmark = pytest.mark.database
ARABIC = "أريد أن ننام بهدوء"


class Home(Street):
    """A plan, shared line by line; two visits that bear the same title; who works with whom."""

    def __init__(self) -> None:
        super().__init__()
        self.lead.phone = "01632 960733"
        self.lead.save(using=make.OWNER)
        health = make.account("health", display_name="Adaeze Nkemere", phone="01632 960238")
        for worker in (self.lead, health):
            for each in (self.mum, self.child):
                released(
                    make.involved(worker, each, role="health") if worker == health else self.held(each), each
                )
        plan = self.plan()
        owed = self.step(plan, "We find a bed.", by_on=ago(-11))
        goal = self.goal(plan, "We all sleep at night.")
        theirs = self.step(
            plan, "Mum reads at bedtime.", does_it="parent", person_id=self.mum.id, goal_id=goal.id
        )
        facts = {"prepared": True, "how_prepared": "At home."}
        for reader in (self.mum, self.child):
            does(
                self.lead,
                share_lines,
                plan=plan.id,
                items=[owed.id, goal.id, theirs.id],
                reader=reader.id,
                **facts,
            )
        for day in (3, 17):
            visit = does(
                self.lead, record_visit, persons=[self.child.id], seen=[self.child.id], alone="yes", next_time="Tuesday",
                sections={"saw": [Marked("We drew together.")]}, happened_at=datetime(2026, 11, day, 12, tzinfo=UTC),
            )  # fmt: skip
            for reader in (self.mum, self.child):
                does(self.lead, release, event=visit, reader=reader.id, **facts)
        does(self.mother, answer_line, item=goal.id, agrees=None, words=ARABIC)

    def held(self, of: Person) -> Involvement:
        return Involvement.objects.using(make.OWNER).get(account=self.lead, person=of)


def hears(desk: Desk, address: str) -> list[Spoken]:
    """All that is said of the page, in order; nothing in it is stumbled over."""
    desk.go(address)
    assert faults(desk.page) == [], address
    return spoken(desk.page)


def one_after_the_other(said: list[Spoken], *words: str) -> None:
    """These are said, in this order."""
    all_of_it = " ".join(each.words for each in said if each.role in ("StaticText", "checkbox", "radio"))
    at = -1
    for each in words:
        after = all_of_it.find(each, at + 1)
        assert after > at, f"“{each}” is not said after what comes before it, in: {all_of_it}"
        at = after


def links(said: list[Spoken]) -> list[str]:
    # The browser puts a space before what is said and not seen.
    return [each.words.replace(" , ", ", ") for each in said if each.role == "link"]


def test_a_mother_and_her_daughter_hear_their_pages_as_they_stand(sit: Sit) -> None:
    home = Home()
    mother = sit(home.mother)
    first = hears(mother, "/my/")
    one_after_the_other(
        first, "Hello", "Your worker", "Rosa Lindqvist", "Ring", "01632 960733", "What we need from you",
        "What you are waiting for from us", "The plan in a few lines", "We find a bed.", "Shared with you", "Visit",
        "In danger now?",
    )  # fmt: skip
    assert "01632 960733, Rosa Lindqvist" in links(first)
    visits = [each for each in links(first) if each.startswith("Visit, ")]
    assert visits == ["Visit, Tuesday 17 November 2026", "Visit, Tuesday 3 November 2026"]
    plan = hears(mother, "/my/plan/")
    one_after_the_other(
        plan, "What has to change", "What we owe you, and by when", "We find a bed.", "By ", "What should be different",
        "We all sleep at night.", "You said", ARABIC, "Who does what", "Mum reads at bedtime.",
    )  # fmt: skip
    assert "Answer this: We find a bed." in links(plan)
    assert [
        each.level for each in plan if each.words == "We all sleep at night." and each.role == "heading"
    ] == [3]
    assert mother.page.locator("bdi[lang=ar]", has_text=ARABIC).count() == 1
    one_after_the_other(hears(mother, "/my/help/"), "Help", "Do you need something else")
    for each in (
        "near",
        "meetings",
        "workers",
        "by-when",
        "words",
        "story",
        "advice",
        "safe-contact",
        "looked",
    ):
        hears(mother, f"/my/{each}/")


def test_a_young_person_hears_who_reads_what_she_sends_before_she_sends_it(sit: Sit) -> None:
    home = Home()
    girl = sit(home.young)
    one_after_the_other(
        hears(girl, "/my/"), "Hello", "Rosa Lindqvist", "Ask for something", "Shared with you"
    )
    words = hears(girl, "/my/words/")
    one_after_the_other(
        words,
        "My words",
        "Who may read it?",
        "Who reads this, and when",
        "There is one limit",
        "What I have sent",
    )
    names = [each.words for each in words if each.role in ("button", "textbox", "radio")]
    assert names.index("Send it") > max(place for place, each in enumerate(names) if each.startswith("Only "))
    for each in ("asks", "asks/new", "review", "about", "memories", "time", "plan"):
        hears(girl, f"/my/{each}/")


def test_in_arabic_words_in_english_are_said_in_an_english_voice(sit: Sit) -> None:
    home = Home()
    mother = sit(home.mother)
    mother.go("/my/")
    mother.page.get_by_role("button", name="العربية").click()
    for each in ("", "plan/", "story/", "help/"):
        hears(mother, f"/my/{each}")
    assert mother.page.locator("html").get_attribute("lang") == "ar"
    mother.go("/my/plan/")
    assert mother.page.locator("bdi[lang=en]", has_text="We find a bed.").count() >= 1
