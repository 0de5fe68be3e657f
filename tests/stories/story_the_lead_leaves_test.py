"""The lead leaves, and says goodbye. Nobody is swapped in silently, and the family's view is heard before.

Rosa leaves the council. Mo asks Mara what she thinks of it, and hands the Mosses to Sam with the words that they are
told, a day for goodbye and a day for hello; without those two days or a reason it is not taken. Mara reads on her phone
who comes from now on, and why. Rosa comes once more; Sam comes and says hello, and writes down both days. From then on
Rosa's record of them is closed.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import expect

from kith.access.models import Account
from kith.help.models import LeadChange
from tests.access.looking_back import released
from tests.help.families import Mosses
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
WHY = "Rosa is leaving Kithshire"
HERS = "i am sad. she was the first who came back"


def day(desk: Desk, legend: str, days: int) -> None:
    on = timezone.localdate() + timedelta(days=days)
    desk.date(legend, str(on.day), str(on.month), str(on.year))


def mo_hands_them_over(mo: Desk, home: Mosses) -> None:
    mo.go(f"/families/{home.family.id}/workers/")
    mo.follow("Hand over")
    mo.write("Name of the worker", "sam")
    mo.press("Look up")
    mo.follow("Sam Hill")
    mo.write("Why? These are the words the family is told", WHY)
    mo.choose("Yes")
    mo.page.get_by_label("How?").first.fill("Rosa told her herself, at home.")
    mo.write("What does the family think of it?", HERS)
    mo.write("Who of them said so?", "Mara")
    mo.press("Hand over")
    mo.sees("Say when goodbye and hello are said")
    assert not LeadChange.objects.using(make.OWNER).exists()
    day(mo, "When is goodbye said?", 0)
    day(mo, "When do they meet the new lead?", 0)
    mo.press("Hand over")
    mo.sees("Sam Hill takes over from Rosa Lindqvist.")


def mara_reads_who_comes_and_why(mara: Desk) -> None:
    mara.go("/my/")
    mara.sees("Sam Hill")
    expect(mara.page.get_by_text("Rosa Lindqvist", exact=True)).to_have_count(0)
    mara.go("/my/story/")
    mara.sees(WHY)


def sam_takes_them_on_and_writes_down_both_days(sam: Desk, home: Mosses) -> None:
    sam.go("/")
    sam.press("Yes, I have this")
    sam.go(f"/families/{home.family.id}/help/")
    sam.sees(f"from Rosa Lindqvist to Sam Hill. {WHY}")
    sam.sees(HERS)
    sam.follow("Record that goodbye and hello were said")
    day(sam, "On which day was goodbye said?", 0)
    day(sam, "On which day did they meet the new lead?", 0)
    sam.press("Keep it")
    sam.sees("Goodbye was said")
    sam.sees("They met")
    sam.does_not_see("Record that goodbye and hello were said")


def it_is_closed_to_rosa(rosa: Desk, home: Mosses) -> None:
    rosa.go("/")
    rosa.does_not_see("Ada Moss")
    assert rosa.go(f"/families/{home.family.id}/help/") == 404
    rosa.complaints.clear()


def test_a_lead_who_leaves_says_goodbye_and_the_family_is_heard(sit: Sit) -> None:
    home = Mosses()
    mother: Account = make.account("parent")
    make.door(mother, home.mara)
    make.door(mother, home.ada, "parent")
    released(home.held, home.mara)
    mara = sit(mother)
    mara.go("/my/")
    mara.sees("Rosa Lindqvist")
    mo_hands_them_over(sit(home.mo, width=1280), home)
    mara_reads_who_comes_and_why(mara)
    sam_takes_them_on_and_writes_down_both_days(sit(home.sam), home)
    it_is_closed_to_rosa(sit(home.rosa), home)
    [change] = LeadChange.objects.using(make.OWNER).all()
    assert (change.family_view, change.view_of) == (HERS, "Mara")
    assert change.said_goodbye_on == change.met_new_on == timezone.localdate()
