"""A worker tells a mother what the council must do by when. She reads it, sees what is late, and whom to ask."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Sit
from tests.support.desk import Desk
from tests.support.told_family import Household

pytestmark = pytest.mark.database


def tells_her(worker: Desk, home: Household) -> None:
    worker.go(f"/people/{home.child.id}/duties/")
    worker.follow("Tell the family what we must do, and by when")
    worker.sees("Nobody of the family sees it yet.")
    worker.press("Tell them")
    worker.sees("Something needs putting right")
    worker.page.get_by_label("The child is looked after by the council").check()  # type: ignore[union-attr]
    worker.choose("Mara Example")
    worker.choose("Yes")
    worker.page.get_by_label("How?", exact=True).fill("We read it together.")
    worker.press("Tell them")
    worker.sees("Mara Example sees it, since")


def reads_it(mother: Desk) -> None:
    mother.go("/my/")
    mother.sees("We must hold the first meeting about how their care is going")
    mother.follow("What we must do, and by when")
    for words in (
        "This should have happened by",
        "It has not.",
        "The law says so.",
        "What if it does not happen?",
    ):
        mother.sees(words)
    mother.follow("complain")
    mother.sees("It will not be held against you")


def test_a_mother_reads_what_she_was_told_of_and_holds_us_to_it(sit: Sit, scripts: bool) -> None:
    home = Household()
    home.in_care(60)
    tells_her(sit(home.lead, scripts=scripts), home)
    reads_it(sit(home.parent, scripts=scripts))
    other = sit(home.ex, scripts=scripts)
    other.go("/my/by-when/")
    other.does_not_see("meeting")
