"""A mother said yes to a family meeting and it is not held yet: what that stops, before the law begins and after.

Mara accepts the offer on her phone. Until section 31ZA begins, the page says that the meeting comes first, and takes no
application without a reason; with one it is made, and says that the meeting was missing. From the day in the register
on, no reason opens the way: the meeting is held first, and then the application goes through.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kith.core.acting import acting
from kith.decisions import actions
from kith.protection.models import OrderApplication
from tests.stories.conftest import Sit
from tests.stories.story_a_family_meeting_test import pick
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
WHY = "We could not wait."


def asks(worker: Desk, child: object, why: str = "") -> None:
    worker.go(f"/people/{child}/before-court/")
    worker.follow("The council asks a court")
    worker.choose("a care order")
    worker.date("On which day?", "11", "7", "2026")
    if why:
        worker.write("Why without the family's own meeting?", why)
    worker.press("Save")


def mara_says_yes(sit: Sit, family: object, offer: object) -> None:
    """On her own phone, without scripts, once a worker has put the offer there."""
    mother = make.account("parent")
    make.door(mother, family.mum)  # type: ignore[attr-defined]
    with acting(by := family.by):  # type: ignore[attr-defined]
        actions.share_offer(
            by=by,
            offer=offer.id,  # type: ignore[attr-defined]
            reader=family.mum.id,  # type: ignore[attr-defined]
            prepared=True,
            how_prepared="Rang her.",
        )
    mara = sit(mother, scripts=False)
    mara.go("/my/meetings/")
    mara.follow("Say yes or no")
    pick(mara, "Would you like a meeting?", "yes")
    mara.press("Send my answer")
    mara.sees("You said: yes.")


def test_before_the_law_begins_it_advises_and_takes_no_application_without_a_reason(
    sit: Sit, scripts: bool
) -> None:
    from tests.journeys.test_asking_a_court import Family

    family = Family()
    mara_says_yes(sit, family, family.offered())
    worker = sit(family.worker, scripts=scripts)
    worker.go(f"/people/{family.child.id}/before-court/")
    worker.sees("said yes. It is not held yet. Hold it first.")
    worker.sees("not in force yet")
    asks(worker, family.child.id)
    worker.sees("still needs an answer")
    assert not OrderApplication.objects.using(make.OWNER).exists()
    asks(worker, family.child.id, WHY)
    [made] = OrderApplication.objects.using(make.OWNER).all()
    assert (made.meeting_stood, made.binding, made.why_without) == ("missing", False, WHY)


def test_from_the_day_in_the_register_on_it_stops_the_application_until_the_meeting_is_held(
    sit: Sit, scripts: bool
) -> None:
    from tests.journeys.test_asking_a_court import DAY, Family, in_force

    family = Family()
    offer = family.offered()
    mara_says_yes(sit, family, offer)
    worker = sit(family.worker, scripts=scripts)
    with in_force(DAY):
        asks(worker, family.child.id, WHY)
        worker.sees("The law asks for the family's own meeting before this.")
        expect(worker.page.get_by_label("Why without the family's own meeting?")).to_have_value(WHY)
        assert not OrderApplication.objects.using(make.OWNER).exists()
        family.held(offer)
        asks(worker, family.child.id)
        worker.sees("it was offered, accepted and held")
    [made] = OrderApplication.objects.using(make.OWNER).all()
    assert (made.meeting_stood, made.binding) == ("held", True)
