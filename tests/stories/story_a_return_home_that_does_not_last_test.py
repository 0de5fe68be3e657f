"""A girl goes home all at once and is in care again weeks later: written down as it was, seen at once, learnt from."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.bonds.home import ago, sleeps
from tests.stories.homecoming import homecoming
from tests.stories.serving import looked_at

pytestmark = pytest.mark.database


def test_a_return_home_that_does_not_last(browser: Browser, house: str) -> None:
    home = homecoming(browser, house, width=320)
    child = home.way.child
    sleeps(child, ago(700), ago(70), reason_new_episode="S", reason_ceased="E4B")
    day = {"On which day did they go home?": ago(70), "care by agreement (section 20) ended": True}
    home.goes("They went home", **day)
    # Nothing refuses it: it says what was not in place, and asks why all the same.
    expect(
        home.desk.get_by_role("alert").get_by_text("Not all is in place: it is not agreed")
    ).to_be_visible()
    looked_at(home.desk, "going-home-not-ready")
    why = "If something was not in place: what, and why did they go home all the same?"
    home.goes("They went home", **{**day, why: "She walked home from school and her mother kept her."})
    expect(home.desk.get_by_text("Not all was in place:")).to_be_visible()
    home.goes(
        "We looked at it together",
        **{
            "On which day did you look": ago(50), "it is at risk": True, "What does the child say?": "Mum cries.",
            "What more help begins now?": "Marta comes each morning.",
        },
    )  # fmt: skip
    sleeps(child, ago(21), reason_new_episode="S")
    home.desk.goto(home.page)
    expect(home.desk.get_by_text("They came into care again on")).to_be_visible()
    looked_at(home.desk, "going-home-again")
    home.goes(
        "Our support ends",
        **{
            "the child came into care again": True, "On which day?": ago(21),
            "How did it go, and what was learnt?": "Help in the mornings came five weeks too late.",
        },
    )  # fmt: skip
    expect(home.desk.get_by_text("Help in the mornings came five weeks too late.")).to_be_visible()
    # The next review thinks of it anew: a second way home may begin.
    expect(home.desk.get_by_role("button", name="Look into going home")).to_be_visible()
