"""What must be done by when reads through their eyes as on their own page, late and kept alike, and no more of it."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup
from django.http import HttpResponse

from tests.support import make
from tests.support.told_family import Household
from tests.support.visit import signed_in

pytestmark = pytest.mark.database


def due(page: HttpResponse) -> list[str]:
    """The lines of what must be done, each with how it stands and why."""
    soup = BeautifulSoup(page.content, "html.parser")
    return [" ".join(each.get_text(" ").split()) for each in soup.select(".kith-due__line")]


def test_it_reads_as_on_their_own_page_and_as_no_other_readers() -> None:
    home = Household()
    care, plan = home.in_care(60), home.plan(30)
    for matter in (care.id, plan.id):
        home.tell(matter, home.mum)
    home.tell(care.id, home.child)
    lead = make.account("lead")
    for each in (home.child, home.mum):
        make.involved(lead, each)
    worker = signed_in(lead)

    def through(account: object) -> list[str]:
        return due(worker.get(f"/people/{home.child.id}/see-as/{account.id}/more/"))  # type: ignore[attr-defined]

    hers, theirs = (due(signed_in(each).get("/my/by-when/")) for each in (home.parent, home.young))
    assert (len(hers), len(theirs)) == (2, 1)
    assert any("This should have happened by" in each for each in hers)
    assert through(home.parent) == hers
    assert through(home.young) == theirs
