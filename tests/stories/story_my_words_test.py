"""A girl of fifteen writes on her phone, adds a drawing, sees who reads it, and sends it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kith.access.models import Account
from kith.people.models import Person
from kith.story.models import Document, Event
from tests.access.looking_back import released
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
WORDS = "i want to stay at nans. i can hear the trains there and i like it"


class Home:
    """The people of this story."""

    def __init__(self) -> None:
        self.girl: Person = make.person("Carys", "Vale")
        self.lead: Account = make.account("lead", display_name="Rosa Lindqvist")
        released(make.involved(self.lead, self.girl), self.girl)
        self.young: Account = make.account("young_person")
        make.door(self.young, self.girl)


def taps(girl: Desk, name: str, kind: str = "button") -> None:
    girl.page.locator(kind, has_text=name).first.tap()
    girl.look()


def everything_is_large_enough_for_a_thumb(girl: Desk) -> None:
    for button in girl.page.locator("main button, main a[role=button]").all():
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 36, button.inner_text()


def sees_who_reads_it_and_whom_to_ring(girl: Desk) -> None:
    girl.sees("Rosa Lindqvist")
    girl.sees("If you or someone else may get hurt, we have to act.")
    girl.sees("0800 1111")


def test_she_writes_adds_a_drawing_and_sends_it_to_her_worker_alone(
    sit: Sit, scripts: bool, tmp_path: Path
) -> None:
    home = Home()
    drawing = tmp_path / "nan.png"
    girl = sit(home.young, touch=True, scripts=scripts)
    girl.go("/my/")
    taps(girl, "Write", "main a")
    sees_who_reads_it_and_whom_to_ring(girl)
    everything_is_large_enough_for_a_thumb(girl)
    girl.write("Write", WORDS)
    girl.page.screenshot(path=drawing, clip={"x": 0, "y": 0, "width": 40, "height": 40})
    girl.page.get_by_label("Draw").set_input_files(drawing)
    girl.page.get_by_label("Rosa Lindqvist").first.tap()
    taps(girl, "Send it")
    girl.sees("It is sent.")
    girl.sees(WORDS)
    girl.sees("nan.png")
    event = Event.objects.using(make.OWNER).get()
    assert Document.objects.using(make.OWNER).get().event_id == event.id
    reads(sit, home, event, scripts=scripts)


def reads(sit: Sit, home: Home, event: Event, *, scripts: bool) -> None:
    """Her worker does; another who works with her finds nothing of it."""
    worker = sit(home.lead, scripts=scripts)
    worker.go("/")
    worker.follow("in their own words")
    worker.sees(WORDS)
    school = make.account("school")
    make.involved(school, home.girl, role="school")
    other = sit(school, scripts=False)
    other.go(f"/people/{home.girl.id}/story/")
    other.does_not_see("trains")
    assert other.go(f"/people/{home.girl.id}/story/{event.id}/") == 404
    other.complaints.clear()


def test_the_box_to_write_in_is_on_the_first_screen_of_a_small_phone(sit: Sit, scripts: bool) -> None:
    account = make.account("young_person")
    make.door(account, make.person("Ada"))
    young = sit(account, scripts=scripts)
    young.page.set_viewport_size({"width": 320, "height": 568})
    young.go("/my/words/")
    box = young.page.get_by_label("Write").first.bounding_box()
    assert box is not None
    assert box["y"] + 60 < 568, box
