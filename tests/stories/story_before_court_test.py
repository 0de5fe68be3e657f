"""A mother said yes to a family meeting and it is not held yet. The council may not ask a court before it is."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.stories.conftest import Sit
from tests.support.desk import Desk

pytestmark = pytest.mark.database


def asks(worker: Desk, child: object, why: str = "") -> None:
    worker.go(f"/people/{child}/before-court/")
    worker.follow("The council asks a court")
    worker.choose("a care order")
    worker.date("On which day?", "11", "7", "2026")
    if why:
        worker.write("Why without the family's own meeting?", why)
    worker.press("Save")


def test_an_accepted_offer_that_is_not_held_stops_the_application_once_the_law_begins(
    sit: Sit, scripts: bool
) -> None:
    from tests.journeys.test_asking_a_court import DAY, Family, in_force

    family = Family()
    offer = family.offered()
    family.answered(offer, family.mum, "accepted")
    worker = sit(family.worker, scripts=scripts)
    worker.go(f"/people/{family.child.id}/before-court/")
    worker.sees("said yes. It is not held yet. Hold it first.")
    worker.sees("not in force yet")
    with in_force(DAY):
        asks(worker, family.child.id, "We could not wait.")
        worker.sees("The law asks for the family's own meeting before this.")
        expect(worker.page.get_by_label("Why without the family's own meeting?")).to_have_value(
            "We could not wait."
        )
        family.held(offer)
        asks(worker, family.child.id)
        worker.sees("it was offered, accepted and held")
