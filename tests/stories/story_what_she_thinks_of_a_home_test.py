"""Ada reads on her phone what a home is like that is thought of for her, and says what she thinks; its carer says yes.

Neither page names anybody, and both answers stand where the home is chosen.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from kith.homes.models import Said
from tests.homes.test_own_say import GIRL, HOME, Doors
from tests.stories.serving import device, looked_at
from tests.support import make

pytestmark = pytest.mark.database


def test_a_young_person_says_what_she_thinks_and_the_carer_says_yes(browser: Browser, house: str) -> None:
    doors = Doors()
    desk = device(browser, house, doors.worker, 1280).new_page()
    desk.goto(f"{house}{doors.base}")
    desk.get_by_role("link", name="Show Ada Quill").click()
    desk.get_by_label("What may they know?").fill(HOME)
    desk.get_by_label("Yes", exact=True).check()
    desk.get_by_label("How?").fill("We read it together.")
    looked_at(desk, "find-home-show")
    desk.get_by_role("button", name="Show it to them").click()
    expect(desk.get_by_text(HOME)).to_be_visible()
    doors.shows(doors.grace, GIRL)

    phone = device(browser, house, doors.young, 320).new_page()
    phone.goto(f"{house}/my/")
    phone.get_by_role("link", name="What matters to me").click()
    expect(phone.get_by_text(HOME)).to_be_visible()
    expect(phone.get_by_text("Lindens")).to_have_count(0)
    looked_at(phone, "my-matters")
    phone.get_by_role("link", name="Say what you think").click()
    phone.get_by_label("What do you think of it?").fill("I like dogs. Can I see the blue door?")
    phone.get_by_label("What would you need there?").fill("My own light")
    looked_at(phone, "my-matters-say")
    phone.get_by_role("button", name="Send it").click()
    expect(phone.get_by_text("I like dogs. Can I see the blue door?")).to_be_visible()

    carer = device(browser, house, doors.carer, 320).new_page()
    carer.goto(f"{house}/my/")
    carer.get_by_role("link", name="What we ask you").click()
    expect(carer.get_by_text(GIRL)).to_be_visible()
    expect(carer.get_by_text("Ada")).to_have_count(0)
    carer.get_by_role("link", name="Say yes or no").click()
    carer.get_by_label("Yes", exact=True).check()
    carer.get_by_label("Say it in your own words").fill("We would love to.")
    carer.get_by_label("What would you need to be able to?").fill("A lift to school.")
    looked_at(carer, "my-asked-say")
    carer.get_by_role("button", name="Send it").click()
    expect(carer.get_by_text("We would love to.")).to_be_visible()
    looked_at(carer, "my-asked")

    desk.goto(f"{house}{doors.base}")
    expect(desk.get_by_text("Can I see the blue door?")).to_be_visible()
    expect(desk.get_by_text("What they would need: A lift to school.")).to_be_visible()
    looked_at(desk, "find-home-choice")
    desk.get_by_role("link", name="Tell them what came of it").first.click()
    desk.get_by_label("What came of it?").fill("We go and see it on Saturday.")
    desk.get_by_role("button", name="Tell them").click()
    phone.reload()
    expect(phone.get_by_text("We go and see it on Saturday.")).to_be_visible()
    assert set(Said.objects.using(make.OWNER).values_list("who", flat=True)) == {"child", "carers"}
