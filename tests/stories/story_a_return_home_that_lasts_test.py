"""A girl goes home: agreed, prepared by nights at home, looked at for a year, and never closed before that."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.bonds.home import ago
from tests.stories.homecoming import LONG_AGO, homecoming
from tests.stories.serving import device, looked_at

pytestmark = pytest.mark.database


def test_a_return_home_that_lasts(browser: Browser, house: str) -> None:
    home = homecoming(browser, house)
    home.way.shows(home.way.child)
    home.way.shows(home.way.mum)
    hers = device(browser, house, home.way.mother, 320).new_page()
    hers.goto(f"{house}/my/")
    hers.get_by_role("link", name="Next steps").click()
    expect(hers.get_by_text("A bed of her own")).to_be_visible()
    expect(hers.get_by_text("Rhys has moved out.")).to_have_count(0)
    looked_at(hers, "my-steps")
    hers.get_by_role("link", name="Say what you think of it").click()
    hers.get_by_label("Yes", exact=True).check()
    hers.get_by_label("Say it in your own words").fill("I am ready, and I am scared.")
    looked_at(hers, "my-steps-say")
    hers.get_by_role("button", name="Send").click()

    home.goes(
        "It is agreed",
        **{"On which day was it agreed?": ago(450), "Who agreed for the council?": "Ruth Hart"},
    )
    expect(home.desk.get_by_text("I am ready, and I am scared.")).to_be_visible()
    home.goes("It is in place", **{"Since which day is it in place?": ago(440)})
    home.goes(
        "Plan nights at home", **{"The first night": ago(430), "On which day do they come back?": ago(428)}
    )
    home.goes(
        "how did it go?", **{"How did it go?": "Calm.", "What does the child say?": "It smelled like home."}
    )
    home.goes(
        "They went home",
        **{"On which day did they go home?": LONG_AGO, "care by agreement (section 20) ended": True},
    )
    expect(home.desk.get_by_text("Support goes on until")).to_be_visible()
    home.goes(
        "We looked at it together",
        **{"On which day did you look": ago(386), "well": True, "What does the child say?": "I have my bed."},
    )
    # Never closed before the year is over.
    ends = {
        "a year at home, and it goes on": True,
        "How did it go, and what was learnt?": "Mornings were the key.",
    }
    home.goes("Our support ends", **{"On which day?": ago(200), **ends})
    expect(home.desk.get_by_role("alert").get_by_text("goes on for a year")).to_be_visible()
    home.goes("Our support ends", **{"On which day?": ago(20), **ends})
    expect(home.desk.get_by_text("Mornings were the key.")).to_be_visible()
    looked_at(home.desk, "going-home")
    hers.goto(f"{house}/my/steps/")
    expect(hers.get_by_text("A bed of her own")).to_have_count(0)
