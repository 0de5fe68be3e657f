"""What a girl wrote on her phone reaches the family's meeting, and the answer comes back to her.

Ada is asked to her own meeting. She need not speak in it: she writes what she wants said, and for whom she asks. Cora
reads it, and Rosa, who works with Ada, does not: it was said for the meeting. The family makes of it a part of its
plan, in Ada's own words. The council answers it, and not all of the answer is yes. Ada reads the answer with its reason,
and who she can talk to who is on nobody's side; then she says what she thought of it all.
"""

from __future__ import annotations

import pytest
from django.utils import timezone

from kith.core.acting import acting
from kith.decisions.models import Feedback
from tests.decisions.tale import Tale
from tests.stories.conftest import Sit
from tests.stories.story_a_family_meeting_test import pick, prepares_them
from tests.support import make
from tests.support.desk import Desk

pytestmark = pytest.mark.database
WORDS = "i want to sleep at nans when mum is tired and nobody to shout about it"


def invited() -> Tale:
    tale = Tale()
    make.involved(tale.manager, tale.child)
    tale.asks_coordinator()
    ada = tale.of("Ada")
    tale.settles(ada)
    tale.readies(ada)
    tale.invites(ada, place="The youth hut")
    return tale


def ada_writes_what_she_wants_said(ada: Desk) -> None:
    ada.go("/my/")
    ada.follow("Family meetings")
    ada.sees("The youth hut")
    ada.follow("Answer, say something before")
    pick(ada, "Will you come?", "I will not come")
    ada.write("Is there something you want to say before?", WORDS)
    ada.write("Who would you like to be there?", "Mr Olu from school")
    ada.press("Send my answer")
    ada.sees("You said:")


def cora_reads_it_and_rosa_does_not(cora: Desk, rosa: Desk, tale: Tale) -> None:
    cora.go("/meetings/")
    cora.follow("For Ada Reed")
    cora.follow("Ada Reed")
    cora.sees(WORDS)
    cora.sees("Mr Olu from school")
    for address in ("/", f"/people/{tale.child.id}/family-meeting/", f"/people/{tale.child.id}/story/"):
        rosa.go(address)
        rosa.does_not_see("nobody to shout")


def the_family_makes_a_part_of_it(cora: Desk, tale: Tale) -> None:
    tale.lives_through_the_day()
    today = timezone.localdate()
    cora.go(f"/meetings/{tale.own.id}/")
    cora.follow("Write down the plan")
    cora.write("The family’s plan, in its own words", f"{WORDS}\n\nMara rings Nan first.")
    pick(cora, "Has the family agreed it?", "Yes")
    cora.date("If it has: when?", str(today.day), str(today.month), str(today.year))
    cora.press("Keep these words")
    cora.sees("Nobody can change it.")


def the_council_answers(moses: Desk, tale: Tale) -> None:
    moses.go(f"/people/{tale.child.id}/family-meeting/")
    moses.sees(WORDS)
    moses.follow("Answer this part")
    pick(moses, "What do you answer?", "in part")
    moses.write(
        "Why? In words for the family", "Yes to Fridays and Saturdays. On school nights Nan is at work."
    )
    moses.press("Answer it")


def cora_brings_it_to_her(cora: Desk) -> None:
    cora.follow("Put it on somebody’s page")
    pick(cora, "Who may see it?", "Ada Reed")
    pick(cora, "Which parts?", WORDS)
    prepares_them(cora)
    cora.press("Put it there")


def ada_reads_the_answer(ada: Desk, scripts: bool) -> None:
    ada.go("/my/meetings/")
    ada.sees(WORDS)
    ada.sees("The council says: in part. Yes to Fridays and Saturdays. On school nights Nan is at work.")
    ada.does_not_see("Mara rings Nan first.")
    ada.follow("Write it in your own words")
    ada.at("/my/words/")
    ada.go("/my/meetings/")
    ada.follow("someone independent")
    ada.go("/my/meetings/")
    ada.follow("Say what you thought of the meeting")
    pick(ada, "How was it?", "Good")
    ada.write("Do you want to say more?", "they read it out")
    ada.press("Send my answer")


def test_a_young_persons_words_reach_the_meeting_and_the_answer_comes_back(sit: Sit, scripts: bool) -> None:
    tale = invited()
    ada, cora = sit(tale.young, scripts=scripts), sit(tale.coordinator, scripts=scripts)
    rosa, moses = sit(tale.lead, scripts=scripts, width=1280), sit(tale.manager, scripts=scripts)
    ada_writes_what_she_wants_said(ada)
    cora_reads_it_and_rosa_does_not(cora, rosa, tale)
    the_family_makes_a_part_of_it(cora, tale)
    the_council_answers(moses, tale)
    cora_brings_it_to_her(cora)
    ada_reads_the_answer(ada, scripts)
    said = Feedback.objects.using(make.OWNER).get()
    assert (said.person_id, said.words) == (tale.child.id, "they read it out")
    with acting(make.actor(tale.lead)):
        assert not Feedback.objects.exists(), "what she thought of it is not for her worker"
