"""A school leads. Femi, the deputy head whom Mara trusts, becomes the Mosses' one lead.

Hana teaches Ada, and asks the front door as any school may. Dee hands it to Femi, who reads what Dee said of it, and
the rest after a yes. Mo, who oversees it, says that Femi leads. Femi begins Family Help, and puts into the plan what the
council owes the Mosses; of the families of others Femi finds nobody, and their records are as if nobody were there.
Hana is told what Mara agrees to, and not a word more.
"""

from __future__ import annotations

import pytest
from django.utils import timezone

from kith.access.models import Involvement, Organisation, Team
from kith.help import actions
from kith.help.models import FamilyHelp, HelpRequest
from tests.help.asked import holder
from tests.help.families import Mosses, does
from tests.stories.conftest import Sit
from tests.stories.story_a_family_meeting_test import pick
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database


class School(Mosses):
    """Elm School, where Femi may lead and Hana teaches; and a family that is none of theirs."""

    def __init__(self) -> None:
        super().__init__()
        Involvement.objects.using(make.OWNER).filter(id=self.held.id).delete()
        elm = Organisation.objects.using(make.OWNER).create(name="Elm School", kind="school")
        staff = Team.objects.using(make.OWNER).create(organisation=elm, name="Elm School")
        self.femi = make.account("lead", in_team=staff, display_name="Femi Adu", phone="01632 960007")
        self.hana = make.account("school", in_team=staff, display_name="Hana Park")
        self.dee = make.account("front_door", display_name="Dee Duty")
        self.others = make.person("Bo", "Reedham")
        make.involved(self.sam, self.others)
        make.involved(self.mo, self.mara, role="reviewing_officer")
        make.involved(self.mo, self.ada, role="reviewing_officer")


def hana_asks(hana: Desk) -> None:
    hana.go("/")
    hana.follow("Ask for help for a family")
    hana.choose("Send me an email")
    hana.page.locator("input[name=email]").fill("hana@elm.example")
    pick(hana, "2. Is somebody not safe today?", "No")
    hana.write("What is hard just now?", "Ada falls asleep in class. Her mother says there is one bed.")
    hana.press("Send it to the front door")
    hana.sees("The front door has it")


def dee_hands_it_to_femi(school: School, request: object) -> None:
    """As the story of a mother who asks tells it, page by page: here it is only done."""
    does(school.dee, actions.take_request, request=request)
    does(school.dee, actions.give_request, request=request, to=school.femi.id, words="A girl who is tired")


def femi_reads_only_what_dee_said_and_says_yes(femi: Desk, request: object) -> None:
    femi.go("/")
    femi.sees("A girl who is tired")
    femi.follow("Request")
    femi.does_not_see("one bed")
    femi.choose("Yes, I have this")
    femi.press("Answer")
    femi.sees("one bed")


def mo_says_that_femi_leads(mo: Desk, school: School) -> None:
    mo.go(f"/families/{school.family.id}/workers/")
    mo.follow("Add a worker")
    mo.write("Name of the worker", "femi")
    mo.press("Look up")
    mo.follow("Femi Adu")
    mo.page.get_by_label("As what?").select_option("lead_practitioner")
    mo.press("Add this worker")
    mo.sees("Femi Adu")
    mo.does_not_see("Something needs putting right")


def femi_leads(femi: Desk, school: School) -> None:
    femi.go("/")
    femi.sees("Handed to me, waiting for my yes")
    femi.press("Yes, I have this")
    femi.go(f"/families/{school.family.id}/help/")
    femi.follow("It begins")
    femi.press("Begin")
    femi.sees("Family Help since")
    femi.go(f"/people/{school.ada.id}/plan/")
    femi.follow("Begin a plan")
    for name, part in (("Ada", "child"), ("Mara", "parent")):
        femi.page.get_by_label(f"{name} Moss").select_option(part)
    femi.press("Begin it")
    femi.follow("Add a step")
    femi.write("In a few words", "Find a second bed.")
    femi.choose("the council")
    femi.press("Put it in the plan")
    femi.sees("Find a second bed.")


def and_finds_nobody_else(femi: Desk, school: School) -> None:
    femi.go("/people/?q=reedham")
    femi.does_not_see("Bo Reedham")
    assert femi.go(f"/people/{school.others.id}/") == 404
    femi.complaints.clear()


def hana_is_told(dee: Desk, hana: Desk, request: object) -> None:
    dee.go(f"/help/requests/{request}/")
    dee.write(
        "What may they know of what was done?", "Ada has a bed now, and her mother has somebody to ring."
    )
    dee.press("Tell whoever asked")
    dee.sees("Say who of the family agreed")
    dee.write("Who of the family agreed to that?", "Mara")
    today = timezone.localdate()
    dee.date("When did they agree?", str(today.day), str(today.month), str(today.year))
    dee.press("Tell whoever asked")
    dee.sees("Mara agreed")
    hana.go("/")
    hana.sees("News of what you asked for")
    hana.does_not_see("bed")
    hana.follow("something was done")
    hana.sees("What was done: Ada has a bed now, and her mother has somebody to ring.")
    for secret in ("Femi", "Moss", "Family Help", "Dee"):
        hana.does_not_see(secret)


def test_a_school_leads_and_is_told_when_what_it_asked_for_is_done(sit: Sit) -> None:
    school = School()
    hana, femi, mo = sit(school.hana), sit(school.femi), sit(school.mo, width=1280)
    hana_asks(hana)
    request = HelpRequest.objects.using(make.OWNER).get().id
    dee_hands_it_to_femi(school, request)
    femi_reads_only_what_dee_said_and_says_yes(femi, request)
    assert holder(request) == school.femi.id
    mo_says_that_femi_leads(mo, school)
    femi_leads(femi, school)
    assert FamilyHelp.objects.using(make.OWNER).get().family_id == school.family.id
    and_finds_nobody_else(femi, school)
    hana_is_told(sit(school.dee), hana, request)
