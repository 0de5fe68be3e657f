"""A meeting would not be in a child's best interests: one worker asks, a named senior decides with a reason, or nobody.

Wren, the social worker, thinks that a meeting would put Ada in danger. Wren cannot decide it, and no page for that
is there. The law is in force: without meeting or finding, no order is asked for. Senna, who manages and did not ask,
decides: a finding without a reason is not taken. Then the application goes through and says by what it stood. Ada's
mother reads nothing of it behind her door.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from kith.access.models import Account
from kith.decisions.models import Exemption
from kith.protection.models import OrderApplication
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
REASON = "Her uncle said that he would take her away from any meeting, and the police believe him."


def asks_a_court(wren: Desk, child: object) -> None:
    wren.go(f"/people/{child}/before-court/")
    wren.follow("The council asks a court")
    wren.choose("a care order")
    wren.date("On which day?", "11", "7", "2026")
    wren.press("Save")


def senna_decides(senna: Desk, child: object) -> None:
    senna.go(f"/people/{child}/family-meeting/")
    senna.follow("A meeting would not be in their best interests")
    senna.page.get_by_label("Who asked for this?").select_option("Wren Ashdown")
    senna.date("When did you decide it?", "10", "7", "2026")
    senna.press("I decide this")
    expect(senna.page.get_by_role("alert")).to_be_visible()
    assert not Exemption.objects.using(make.OWNER).exists(), "no reason, no finding"
    senna.write("Why would a meeting be against", REASON)
    senna.press("I decide this")
    senna.sees("Found not to be in their best interests, Friday 10 July 2026")
    senna.sees(REASON)
    senna.sees("Decided by Senna Okafor")


def family_reads_nothing(account: Account, sit: Sit) -> None:
    desk = sit(account)
    for address in ("/my/", "/my/meetings/", "/my/story/", "/my/by-when/"):
        desk.go(address)
        for secret in ("uncle", "best interests", "Senna", "exempt"):
            desk.does_not_see(secret)


def test_only_a_named_senior_with_a_reason_may_spare_a_child_the_meeting(sit: Sit, scripts: bool) -> None:
    from tests.journeys.test_asking_a_court import DAY, Family, in_force

    family = Family()
    for account, name in ((family.worker, "Wren Ashdown"), (family.senior, "Senna Okafor")):
        Account.objects.using(make.OWNER).filter(id=account.id).update(display_name=name)
    wren, senna = sit(family.worker, scripts=scripts), sit(family.senior, scripts=scripts, width=1280)
    mother = make.account("parent")
    make.door(mother, family.mum)
    make.door(mother, family.child, "parent")

    page = f"/people/{family.child.id}/family-meeting/"
    wren.go(page)
    wren.does_not_see("A meeting would not be in their best interests")
    assert wren.go(f"{page}not-in-their-interest/") == 404
    wren.complaints.clear()
    with in_force(DAY):
        asks_a_court(wren, family.child.id)
        wren.sees("The law asks for the family's own meeting first")
        assert not OrderApplication.objects.using(make.OWNER).exists()
        senna_decides(senna, family.child.id)
        asks_a_court(wren, family.child.id)
        wren.sees("found on Friday 10 July 2026 that it is not in the child's best interests")
    [made] = OrderApplication.objects.using(make.OWNER).all()
    assert made.meeting_stood == "exempt"
    family_reads_nothing(mother, sit)
