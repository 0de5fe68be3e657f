"""A mother asks for help on her phone, and is met: one worker is named, comes, and what was said is on her own page.

Mara writes at night, with one safe way to answer her. Dee at the front door decides by the published rules and hands
it to Sam, who reads what Dee said of it, says yes, and then reads Mara's own words. Mo names Sam as the Mosses' lead
and tells Mara so, prepared. Sam begins Family Help and comes to see them. Mara reads on her phone who comes, and what
Sam wrote of the first visit. Whoever else picks up the phone finds nothing in the page's name or address.
"""

from __future__ import annotations

import pytest

from kith.access.models import Account, Involvement
from kith.help import actions
from kith.help.models import FamilyHelp, HelpRequest
from tests.help.asked import holder
from tests.help.families import Mosses, does
from tests.help.test_deciding_and_handing_over import decides
from tests.stories.conftest import Sit
from tests.stories.story_a_family_meeting_test import pick, prepares_them
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
HERS = "i am so tired. the money is gone by friday"
SEEN = "Mara and Ada had put the kettle on"


class Street(Mosses):
    """The Mosses, of whom nobody leads yet; Mo, who knows them; Dee at the front door."""

    def __init__(self) -> None:
        super().__init__()
        Involvement.objects.using(make.OWNER).filter(id=self.held.id).delete()
        self.dee = make.account("front_door", display_name="Dee Duty")
        for each in (self.ada, self.mara):
            make.involved(self.mo, each, role="reviewing_officer")
        self.mother: Account = make.account("parent")
        make.door(self.mother, self.mara)
        make.door(self.mother, self.ada, "parent")


def mara_asks(phone: Desk) -> str:
    phone.go("/help/")
    phone.press("Ask for help")
    phone.write("4. What is hard just now?", HERS)
    phone.choose("Send me a text")
    phone.write("Phone number", "01632 960111")
    phone.write("When is it safe?", "9 to 3")
    phone.page.get_by_label("No", exact=True).check()
    phone.press("Send it")
    phone.sees("We have it. Thank you")
    assert phone.page.title() == "Information"
    assert "Mara" not in phone.address
    return str(HelpRequest.objects.using(make.OWNER).get().reference)


def dee_decides_and_hands_it_on(street: Street, request: object) -> None:
    """Page by page it is told in the story of asking for help; here it is only done."""
    does(street.dee, actions.take_request, request=request)
    decides(street.dee, request)  # type: ignore[arg-type]
    does(street.dee, actions.say_told, request=request, how="text")
    does(street.dee, actions.give_request, request=request, to=street.sam.id, words="A tired mum, one girl")


def sam_says_yes(sam: Desk, reference: str) -> None:
    sam.go("/")
    sam.follow(f"Request {reference}")
    sam.sees("A tired mum, one girl")
    sam.does_not_see(HERS)
    sam.choose("Yes, I have this")
    sam.press("Answer")
    sam.sees(HERS)


def mo_names_sam_and_tells_mara(mo: Desk, street: Street) -> None:
    mo.go(f"/families/{street.family.id}/workers/")
    mo.follow("Add a worker")
    mo.write("Name of the worker", "sam")
    mo.press("Look up")
    mo.follow("Sam Hill")
    mo.page.get_by_label("As what?").select_option("lead_practitioner")
    mo.choose("Mara Moss")
    pick(mo, "Have they been prepared for it?", "Yes")
    mo.page.get_by_label("How?").first.fill("Rang her at ten.")
    mo.press("Add this worker")
    mo.sees("Sam Hill")
    mo.does_not_see("Something needs putting right")


def sam_begins_and_comes(sam: Desk, street: Street) -> None:
    sam.go("/")
    sam.press("Yes, I have this")
    sam.go(f"/families/{street.family.id}/help/")
    sam.follow("It begins")
    sam.press("Begin")
    sam.sees("Family Help since")
    sam.go(f"/people/{street.ada.id}/")
    sam.follow("Record a visit")
    sam.page.get_by_role("group", name="Who did you see?").get_by_label("Ada").check()
    pick(sam, "Did you see them alone?", "Yes")
    sam.write("In their words", "I can make toast")
    sam.write("What I saw", SEEN)
    sam.press("Put it on the story")
    sam.follow("Share it with somebody by name")
    sam.page.get_by_role("group", name="Who may read it?").get_by_label("Mara").check()
    sam.press("See what they will see")
    prepares_them(sam)
    sam.press("Share it")


def mara_reads_who_comes_and_what_was_seen(mara: Desk) -> None:
    mara.go("/my/")
    mara.sees("Sam Hill")
    mara.go("/my/story/")
    mara.follow("Visit")
    mara.sees(SEEN)
    mara.does_not_see("reviewing")


def test_a_mother_asks_for_help_on_her_phone_and_is_met_by_one_worker_who_comes(sit: Sit) -> None:
    street = Street()
    reference = mara_asks(sit())
    request = HelpRequest.objects.using(make.OWNER).get().id
    assert holder(request) is None
    dee_decides_and_hands_it_on(street, request)
    assert holder(request) == street.dee.id, "the giver has it until somebody says yes"
    sam = sit(street.sam)
    sam_says_yes(sam, reference)
    assert holder(request) == street.sam.id
    mo_names_sam_and_tells_mara(sit(street.mo, width=1280), street)
    sam_begins_and_comes(sam, street)
    assert FamilyHelp.objects.using(make.OWNER).get().family_id == street.family.id
    mara_reads_who_comes_and_what_was_seen(sit(street.mother, scripts=False))
