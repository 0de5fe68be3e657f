"""A family group conference whole: from the offer to the agreed plan, the council's answer, and looking at it again.

Rosa offers it. Mara says yes on her phone. Cora, who works for neither side, asks Ada and Mara who may come: Rhys, who
hurt Mara, never. She makes each ready, invites them one by one, and on the day writes down when the family was alone,
and nothing of what it said. The plan is in the family's words; the council answers it; Mara reads both. Some weeks
on the family meets again and says what came of it: Rosa reads that, and Cora's work ends. Rhys finds nothing, on any
page.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kith.access.models import Account
from kith.decisions.models import FamilyMeeting, NetworkPerson, Stage
from kith.people.models import Person
from tests.stories.conftest import Sit
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
PLAN = "Nan fetches me on Fridays and I sleep at hers.\n\nThe council pays the bus."


class Household:
    """The people of this story."""

    def __init__(self) -> None:
        self.child: Person = make.person("Ada", "Marsh")
        self.mother, self.father = (make.person(name, "Marsh", born=None) for name in ("Mara", "Rhys"))
        make.tied(self.child, self.mother, "mother")
        make.tied(self.child, self.father, "father")
        make.home(self.mother, "4 Heron Close, Kithton", "ZZ9 9ZZ", protected=True)
        team = make.team()
        self.lead: Account = make.account("lead", display_name="Rosa Lindqvist", in_team=team)
        self.manager: Account = make.account("manager", display_name="Moses Adeyemi", in_team=team)
        self.coordinator: Account = make.account(
            "coordinator", display_name="Cora Bell", phone="01632 960001"
        )
        for each in (self.child, self.mother, self.father):
            make.involved(self.lead, each)
        self.parent, self.ex = make.account("parent"), make.account("parent")
        for account, person in ((self.parent, self.mother), (self.ex, self.father)):
            make.door(account, person)
            make.door(account, self.child, "parent")


def pick(desk: Desk, legend: str, *labels: str) -> None:
    for label in labels:
        desk.page.get_by_role("group", name=legend).get_by_label(label, exact=True).check()


def prepares_them(desk: Desk) -> None:
    pick(desk, "Have you prepared them for this?", "Yes")
    desk.page.get_by_label("How?", exact=True).fill("We read it together.")


def rosa_offers_it(rosa: Desk, home: Household) -> None:
    rosa.go(f"/people/{home.child.id}/")
    rosa.follow("Offer a family meeting")
    pick(rosa, "What do you offer?", "family group conference")
    pick(rosa, "To whom did you offer it?", "Mara Marsh", "Rhys Marsh")
    rosa.write("How did you explain it?", "At home, with the leaflet.")
    pick(rosa, "Where are you with the family?", "early, in Family Help")
    pick(rosa, "Does it stand in the letter before proceedings?", "No")
    rosa.press("Record the offer")
    rosa.sees("no answer yet")
    rosa.follow("Put it on somebody’s page")
    pick(rosa, "On whose page?", "Mara Marsh")
    prepares_them(rosa)
    rosa.press("Put it there")


def mara_says_yes(mara: Desk) -> None:
    mara.go("/my/")
    mara.follow("Family meetings")
    mara.follow("Say yes or no")
    mara.sees("You can say no.")
    pick(mara, "Would you like a meeting?", "yes")
    mara.press("Send my answer")
    mara.sees("You said: yes.")


def rosa_asks_cora(rosa: Desk, home: Household) -> None:
    rosa.go(f"/people/{home.child.id}/family-meeting/")
    rosa.follow("Ask somebody to prepare it")
    pick(rosa, "Who prepares it?", "Cora Bell")
    rosa.write("What is the meeting for?", "Who helps Mara in the evenings.")
    rosa.write("What must the coordinator know to keep people safe?", "Rhys has hurt Mara.")
    rosa.press("Ask them")
    rosa.sees("Prepared by Cora Bell")


def cora_settles_who_is_asked(cora: Desk) -> None:
    cora.go("/")
    cora.follow("Family meetings")
    cora.follow("For Ada Marsh")
    cora.sees("Rhys has hurt Mara.")
    cora.follow("Add somebody whom the family names")
    cora.write("What does the family call them?", "Nan Nora")
    pick(cora, "Are they", "somebody else who matters")
    cora.press("Add them")
    hurt = "an adult who has been hurt by somebody in the network"
    for name, part in (("Ada Marsh", "a child of the family"), ("Mara Marsh", hurt), ("Nan Nora", "")):
        cora.follow(name)
        settles(cora, "may be asked", part)
        cora.follow("Check")
        pick(cora, "Is there a court order, or bail?", "checked: nothing stands in the way")
        cora.write("With whom did you check?", "The court office")
        cora.press("Keep this")
        cora.follow("Write how they get ready")
        pick(cora, "How do they take part safely?", "with the others")
        pick(cora, "An advocate", "offered")
        pick(cora, "Are they ready?", "Yes")
        cora.press("Keep this")
        cora.follow("The meeting", within="body")
    cora.follow("Rhys Marsh")
    settles(cora, "never", "", because="He hurt me.")
    cora.does_not_see("Court orders and bail")
    cora.follow("The meeting", within="body")


def settles(cora: Desk, answer: str, part: str, *, because: str = "") -> None:
    cora.follow("Settle")
    pick(cora, "May they be asked?", answer)
    if part:
        pick(cora, "Are they", part)
    cora.write("If never: why?", because)
    cora.write("With whom did you settle it?", "Ada and Mara")
    cora.press("Keep this")


def cora_asks_mara_alone_and_invites_her(cora: Desk) -> None:
    cora.follow("Mara Marsh")
    cora.follow("Write what they said alone")
    pick(cora, "Before or after the meeting?", "before")
    pick(cora, "Could they say what they wanted?", "yes")
    cora.press("Keep this")
    cora.follow("Invite")
    day = timezone.localdate() + timedelta(days=7)
    pick(cora, "How do you invite them?", "on their page")
    cora.date("Which day are they to come?", str(day.day), str(day.month), str(day.year))
    cora.write("At what time?", "14:00")
    cora.write("Where are they to come?", "The old mill")
    prepares_them(cora)
    cora.press("See what they will read")
    cora.sees("This goes to Mara Marsh")
    cora.sees("Where: The old mill.")
    cora.press("Send it")
    cora.sees("On their page")


def mara_answers(mara: Desk) -> None:
    mara.go("/my/meetings/")
    mara.sees("The old mill")
    mara.follow("Answer, say something before")
    pick(mara, "Will you come?", "I will come")
    mara.write("Who would you like to be there?", "Nan")
    mara.press("Send my answer")
    mara.sees("You said: I will come.")


def the_day(cora: Desk, home: Household) -> None:
    meeting = FamilyMeeting.objects.using(make.OWNER).get()
    yesterday = timezone.localdate() - timedelta(days=1)
    spans = (
        ("Introductions", "10:00", "10:20"),
        ("Private family time", "10:30", "11:45"),
        ("Agreeing", "12:00", "12:30"),
    )
    for stage, begins, ends in spans:
        for did, at in (("It began", begins), ("It ended", ends)):
            cora.go(f"/meetings/{meeting.id}/stage/")
            pick(cora, "Which stage?", stage)
            pick(cora, "Did it begin or end?", did)
            cora.date("Which day?", str(yesterday.day), str(yesterday.month), str(yesterday.year))
            cora.write("At what time?", at)
            cora.press("Keep this")
    cora.sees("10:30am to 11:45am")
    kept = Stage.objects.using(make.OWNER).get(stage="private")
    assert {field.name for field in kept._meta.fields} == {
        "id", "recorded_at", "recorded_by", "source", "meeting", "stage", "from_at", "to_at"
    }  # fmt: skip
    cora.follow("The meeting was held")
    cora.date("Which day was it held?", str(yesterday.day), str(yesterday.month), str(yesterday.year))
    cora.press("It was held")
    cora.follow("Write down the plan")
    cora.write("The family’s plan, in its own words", PLAN)
    pick(cora, "Has the family agreed it?", "Yes")
    cora.press("Keep these words")
    cora.sees("Nobody can change it.")


def moses_answers(moses: Desk, home: Household) -> None:
    moses.go(f"/people/{home.child.id}/family-meeting/")
    moses.sees("Counts as a family group conference.")
    for answer, reason in (("yes", "It is safe, and Ada wants it."), ("in part", "Until the spring.")):
        moses.follow("Answer this part")
        pick(moses, "What do you answer?", answer)
        moses.write("Why? In words for the family", reason)
        moses.press("Answer it")
    moses.does_not_see("Answer this part")


def cora_shows_mara(cora: Desk) -> None:
    cora.page.reload()
    cora.sees("Until the spring.")
    cora.follow("Put it on somebody’s page")
    pick(cora, "Who may see it?", "Mara Marsh")
    for each in PLAN.split("\n\n"):
        pick(cora, "Which parts?", each)
    prepares_them(cora)
    cora.press("Put it there")


def mara_reads_it(mara: Desk) -> None:
    mara.go("/my/meetings/")
    mara.sees("Nan fetches me on Fridays and I sleep at hers.")
    mara.sees("The council says: yes. It is safe, and Ada wants it.")
    mara.follow("Say what you thought of the meeting")
    pick(mara, "How was it?", "Very good")
    mara.press("Send my answer")


def they_look_at_it_again(cora: Desk, rosa: Desk, home: Household) -> None:
    meeting = FamilyMeeting.objects.using(make.OWNER).get()
    soon, today = timezone.localdate() + timedelta(days=42), timezone.localdate()
    cora.go(f"/meetings/{meeting.id}/")
    cora.sees("5 of 5")
    cora.follow("When to look at it again")
    cora.date("Which day?", str(soon.day), str(soon.month), str(soon.year))
    cora.press("Keep this")
    cora.follow("It was looked at")
    cora.date("Which day was it?", str(today.day), str(today.month), str(today.year))
    cora.write("What does the family say came of it?", "Fridays hold. The bus was late twice.")
    cora.press("Keep this")
    rosa.go(f"/people/{home.child.id}/family-meeting/")
    rosa.sees("Fridays hold. The bus was late twice.")
    cora.follow("End my work for it")
    cora.write("How did it end?", "They carry it themselves.")
    cora.press("End")
    assert cora.go(f"/meetings/{meeting.id}/") == 404, "nothing of it is open to the coordinator any more"
    cora.complaints.clear()


def rhys_finds_nothing(rhys: Desk) -> None:
    for address in ("/my/", "/my/meetings/", "/my/story/", "/my/looked/", "/my/by-when/"):
        rhys.go(address)
        for secret in ("mill", "Nan", "Cora", "Rosa", "Heron", "ZZ9", "conference", "never", "Fridays"):
            rhys.does_not_see(secret)
    rhys.go("/my/meetings/")
    rhys.sees("When there is a meeting for your family, it will be here.")


def test_a_conference_from_the_offer_to_the_agreed_plan_its_answer_and_its_review(sit: Sit) -> None:
    home = Household()
    rosa, mara, cora, rhys, moses = (
        sit(account) for account in (home.lead, home.parent, home.coordinator, home.ex, home.manager)
    )
    rosa_offers_it(rosa, home)
    mara_says_yes(mara)
    rosa_asks_cora(rosa, home)
    cora_settles_who_is_asked(cora)
    cora_asks_mara_alone_and_invites_her(cora)
    mara_answers(mara)
    the_day(cora, home)
    moses_answers(moses, home)
    cora_shows_mara(cora)
    mara_reads_it(mara)
    they_look_at_it_again(cora, rosa, home)
    rhys_finds_nothing(rhys)
    assert NetworkPerson.objects.using(make.OWNER).get(name="Rhys Marsh").may_ask == "never"
