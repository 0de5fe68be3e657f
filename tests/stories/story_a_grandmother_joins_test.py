"""A grandmother is named by the family, asked, and joins the meeting by an invitation that is hers alone.

Cora asks Ada and Mara whether Nan Nora may be asked, makes her ready, and invites her to a place that Nan reads on her
own page and may put into her own calendar, under no name. Nan says yes, whom she would like to have there, and what she
wants said. She learns neither where Mara and Ada live, nor who else comes, nor whom nobody may ask. Afterwards she
reads the part of the plan that was put on her page, with the council's answer, and no part that was not.
"""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from kith.core.acting import acting
from kith.decisions import actions
from kith.decisions.models import FamilyPlanLine, Invitation
from tests.decisions.tale import Tale
from tests.stories.conftest import Sit
from tests.stories.story_a_family_meeting_test import pick, prepares_them
from tests.support import make
from tests.support.desk import Desk
from tests.support.visit import signed_in

pytestmark = pytest.mark.database
SECRETS = ("Heron", "ZZ9", "Rhys", "never", "Rosa", "Mara", "Ada", "has hurt")
HERS, MARAS = "Nan fetches us on Fridays.", "I go to bed before ten."


def they_are_offered_it() -> Tale:
    """Up to the day on which the family names Nan."""
    tale = Tale()
    tale.asks_coordinator()
    with acting(by := make.actor(tale.lead)):
        actions.add_to_network(by=by, meeting=tale.own.id, persons=[tale.nan.id])
    tale.settles(tale.of("Rhys"), "never", never_because="He hurt me.")
    return tale


def cora_asks_whether_nan_may_come(cora: Desk, tale: Tale) -> None:
    cora.go(f"/meetings/{tale.own.id}/")
    cora.follow("Nora Reed")
    cora.follow("Settle")
    pick(cora, "May they be asked?", "may be asked")
    cora.write("With whom did you settle it?", "Ada and Mara")
    cora.press("Keep this")
    cora.follow("Check")
    pick(cora, "Is there a court order, or bail?", "checked: nothing stands in the way")
    cora.write("With whom did you check?", "The court office")
    cora.press("Keep this")
    cora.follow("Write how they get ready")
    cora.write("How do they get there and home?", "Her neighbour drives her")
    pick(cora, "How do they take part safely?", "with the others")
    pick(cora, "An advocate", "offered")
    pick(cora, "Are they ready?", "Yes")
    cora.press("Keep this")


def cora_invites_her(cora: Desk) -> None:
    day = timezone.localdate() + timedelta(days=9)
    cora.follow("Invite")
    pick(cora, "How do you invite them?", "on their page")
    cora.date("Which day are they to come?", str(day.day), str(day.month), str(day.year))
    cora.write("At what time?", "10:30")
    cora.write("Where are they to come?", "4 Heron Close, Kithton")
    prepares_them(cora)
    cora.press("See what they will read")
    # Cora knows no address of theirs; the house does, and stops the one that would give it away.
    cora.sees("Something needs putting right")
    assert not Invitation.objects.using(make.OWNER).filter(
        network__meeting__closed_on=None, place__contains="Heron"
    )
    cora.write("Where are they to come?", "The old mill")
    cora.press("See what they will read")
    cora.sees("This goes to Nora Reed")
    cora.sees("Where: The old mill.")
    cora.press("Send it")
    cora.sees("On their page")


def nan_says_yes(nan: Desk) -> None:
    nan.go("/my/")
    nan.follow("Family meetings")
    nan.sees("Where: The old mill.")
    nan.sees("Cora Bell gets it ready")
    for secret in SECRETS:
        nan.does_not_see(secret)
    nan.follow("Answer, say something before")
    pick(nan, "Will you come?", "I will come")
    nan.write("Is there something you want to say before?", "My back room has a bed.")
    nan.write("Who would you like to be there?", "Her teacher")
    nan.press("Send my answer")
    nan.sees("You said: I will come.")


def her_calendar_says_no_name(tale: Tale) -> None:
    sent = Invitation.objects.using(make.OWNER).get(network=tale.of("Nora"))
    entry = signed_in(tale.gran).get(f"/my/meetings/{sent.id}/calendar")
    assert entry.status_code == 200
    words = entry.content.decode()
    assert "SUMMARY:Meeting" in words
    for secret in (*SECRETS, "mill", "Nora", "Cora", "Kith"):
        assert secret not in words


def cora_reads_what_nan_wants(cora: Desk, tale: Tale) -> None:
    cora.go(f"/meetings/{tale.own.id}/people/{tale.of('Nora').id}/")
    cora.sees("My back room has a bed.")
    cora.sees("Her teacher")


def the_family_makes_its_plan(cora: Desk, tale: Tale) -> None:
    tale.lives_through_the_day()
    tale.agrees(HERS, MARAS)
    part = FamilyPlanLine.objects.using(make.OWNER).get(words=HERS)
    with acting(by := make.actor(tale.manager)):
        actions.answer_plan(
            by=by, line=part.id, answer="yes", reason="It is safe, and she wants it.", on=timezone.localdate(),
            gives="Bus fares until Easter.",
        )  # fmt: skip
    cora.go(f"/meetings/{tale.own.id}/")
    cora.follow("Put it on somebody’s page")
    pick(cora, "Who may see it?", "Nora Reed")
    pick(cora, "Which parts?", HERS)
    prepares_them(cora)
    cora.press("Put it there")


def nan_reads_her_part(nan: Desk) -> None:
    nan.go("/my/meetings/")
    nan.sees(HERS)
    nan.sees("The council says: yes. It is safe, and she wants it.")
    nan.sees("It gives: Bus fares until Easter.")
    nan.does_not_see(MARAS)


def test_a_grandmother_joins_by_an_invitation_of_her_own(sit: Sit) -> None:
    tale = they_are_offered_it()
    make.involved(tale.manager, tale.child)
    cora, nan = sit(tale.coordinator, width=1280), sit(tale.gran, scripts=False)
    nan.go("/my/meetings/")
    nan.sees("When there is a meeting for your family, it will be here.")
    cora_asks_whether_nan_may_come(cora, tale)
    cora_invites_her(cora)
    nan_says_yes(nan)
    her_calendar_says_no_name(tale)
    cora_reads_what_nan_wants(cora, tale)
    the_family_makes_its_plan(cora, tale)
    nan_reads_her_part(nan)
